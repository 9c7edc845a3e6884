"""Numbers that follow from other numbers and from what is recorded of the project itself: economy, comparisons.

They are computed twice by the same functions: of the unrounded numbers, for those who hold the data, and of the numbers
as they are released, which is all that readers are shown. So nothing follows from them that was not told before.
"""

from fou_eval.consequences.every import FOLLOWING as FOLLOWING
from fou_eval.consequences.every import OF_THE_PRICED as OF_THE_PRICED
from fou_eval.consequences.every import following as following
