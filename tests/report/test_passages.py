"""Texts are found as by one regular expression of them all."""

import re

from hypothesis import given
from hypothesis import strategies as st

from fou_eval.report.passages import AnyOf

# Letters, a digit, what regular expressions read as more than itself, a low line, spaces.
SIGNS = st.text(alphabet="ab1é²_-]^\\[c. \n\u00a0", max_size=25)


@given(
    texts=st.lists(st.text(alphabet="ab1é²_-]^\\[c. \n", max_size=4), max_size=5),
    text=SIGNS,
    whole=st.booleans(),
)
def test_the_same_is_found_as_by_one_regular_expression(texts: list[str], text: str, whole: bool) -> None:
    longest = sorted({one for one in texts if one.strip()}, key=lambda one: (-len(one), one))
    among = "|".join(re.escape(one) for one in longest)
    pattern = (rf"(?<!\w)(?:{among})(?!\w)" if whole else f"(?:{among})") if longest else "(?!)"
    assert AnyOf(texts, whole=whole).found(text) == re.findall(pattern, text)
    assert AnyOf(texts, whole=whole).without(text, "#") == re.sub(pattern, "#", text)
