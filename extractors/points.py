"""The marks that begin an item of a list within a line, as writers of press releases use them."""

from __future__ import annotations

import re

POINTS = "△▲▴▵▷▶▸▹►◆◇◈■□▢▣▤▥▦▧▨▩▪▫❏❑○●◎◦❍➤☞✓✔"
"""For a class of a regular expression: `[△▲…]`."""
NUMBERED = "①-⑳❶-❿"
"""Numbers in circles, which begin items as well; a range for a class of a regular expression."""
POINT = re.compile(f"[{POINTS}{NUMBERED}]")
"""What begins an item of a list."""
