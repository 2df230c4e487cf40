"""Whether a word's sentence tells what is still to come, though the word itself has no tense."""

from __future__ import annotations

from extractors.document import Token

_REACH = 60
_QUOTING = ("다고", "다는", "다며", "다면서", "라고", "라는", "라며")
_PRESENT = ("ᆫ다", "는다")
_PAST = frozenset({"었", "았", "였"})
_AHEAD = frozenset({"예정", "계획", "방침", "전망", "목표", "구상"})
_VERBS = frozenset({"VV", "XSV", "VX"})


def is_to_come(tokens: tuple[Token, ...], position: int) -> bool:
    """Whether the first finite verb behind a place is in the present or says what is intended.

    So `준공하고 도로를 낸다` and `착공해 길을 닦을 계획이다` are ahead, `준공하고 열었다` is not.
    """
    for at in range(position + 1, min(len(tokens), position + _REACH)):
        if _is_finite(tokens[at]):
            return _tells_ahead(tokens, at)
    return False


def _is_finite(token: Token) -> bool:
    return token.tag == "EF" or (
        token.tag in {"EC", "ETM"} and token.form.endswith(_QUOTING) and len(token.form) > 1
    )


def _tells_ahead(tokens: tuple[Token, ...], at: int) -> bool:
    before, ending = tokens[at - 1], tokens[at].form
    if before.tag == "EP":
        return before.form == "겠"
    if before.tag == "VCP":
        return tokens[at - 2].form in _AHEAD
    tag = before.tag.split("-")[0]
    if tag not in _VERBS or (tag == "VX" and before.form == "있"):
        return False
    return ending.startswith(_PRESENT)
