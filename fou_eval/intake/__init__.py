"""Reading a follow-up file as it was saved: raw cells first, every fault at once, at its address."""
