"""Which codes go together in real life, where a study uses these codes: a visit to child psychiatry is the Region's."""

from collections.abc import Mapping
from types import MappingProxyType

Fits = Mapping[str, tuple[str, ...]]

SERVICES_OF: Fits = MappingProxyType(
    {
        "social_services": ("outpatient", "coordinator", "caseworker_coordinator", "meeting"),
        "care": ("coordinator", "meeting", "other"),
        "education": ("pupil_health", "school_support", "occupational_therapist"),
        "region": ("regional_care", "child_psychiatry", "habilitation", "psychiatry"),
        "insurance": ("other",),
        "employment": ("work_training", "placement", "step_in_plan", "studies"),
        "private": ("outpatient", "other"),
        "civil": ("other",),
    }
)
ACTS_OF: Fits = MappingProxyType(
    {
        "social_services": ("sol",),
        "care": ("sol", "lss"),
        "education": ("education_act",),
        "region": ("hsl",),
        "insurance": ("other",),
        "employment": ("none",),
        "private": ("sol",),
        "civil": ("none",),
    }
)
THEMES_OF: Fits = MappingProxyType(
    {
        "home": ("daily_routines", "economy", "health", "fewer_contacts"),
        "school": ("attendance", "adaptations"),
        "leisure": ("activity",),
        "occupation": ("work", "studies", "economy"),
        "other": ("health", "other", "fewer_contacts"),
    }
)
OWNERS_OF: Fits = MappingProxyType(
    {
        "person": ("social_services", "education", "care"),
        "unit": ("social_services", "education", "care"),
        "administration": ("social_services", "education", "care"),
        "between_administrations": ("management_group",),
        "law_region": ("region", "insurance"),
    }
)
