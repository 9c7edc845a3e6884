"""Goals: share reached and the T score of goal attainment scaling."""
