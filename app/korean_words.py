"""How values are told to people in Korean: sums, milestones and what they have come to."""

from __future__ import annotations

from graph.consensus import Standing
from graph.history import State
from graph.model import BudgetKind, EntityType, Funder, Milestone, Part

TYPES = {
    EntityType.REGION: "지역",
    EntityType.SITE: "입지",
    EntityType.PERSON: "인물",
    EntityType.GOVERNMENT: "정부기관",
    EntityType.INSTITUTE: "기관·연구소",
    EntityType.COMPANY: "기업",
    EntityType.UNIVERSITY: "대학",
    EntityType.ASSOCIATION: "단체",
    EntityType.PROJECT: "사업",
    EntityType.INDUSTRY: "산업",
    EntityType.EVENT: "행사",
}
CLAIMS = {
    "budget": "사업비",
    "role": "직위",
    "located": "위치",
    "participates": "참여",
    "part_of": "하위 사업",
    "status": "진행 상황",
    "agreement": "협약",
    "about": "산업 분야",
    "produces": "제품·성과",
}
KINDS = {
    BudgetKind.TOTAL: "총사업비",
    BudgetKind.INVESTMENT: "투자",
    BudgetKind.SUPPORT: "지원",
    BudgetKind.ANNUAL: "연간",
    BudgetKind.SECURED: "확보",
    BudgetKind.SHARE: "분담",
    BudgetKind.OTHER: "기타",
}
FUNDERS = {
    Funder.NATIONAL: "국비",
    Funder.PROVINCE: "도비",
    Funder.CITY: "시비",
    Funder.PRIVATE: "민자",
    Funder.LOCAL: "지방비",
}
MILESTONES = {
    Milestone.PLANNED: "계획",
    Milestone.APPLIED: "신청",
    Milestone.SELECTED: "선정",
    Milestone.DESIGNATED: "지정",
    Milestone.APPROVED: "확정",
    Milestone.STARTED: "착공",
    Milestone.UNDER_WAY: "추진 중",
    Milestone.COMPLETED: "준공",
    Milestone.OPENED: "개소",
    Milestone.CANCELLED: "취소",
}
STATES = {
    State.REACHED: "이루어짐",
    State.CONFLICTING: "기사마다 다름",
    State.SUPERSEDED: "나중에 고쳐짐",
    State.AHEAD: "예정",
    State.OVERDUE: "기한 지남, 확인 없음",
    State.CONFIRMED: "그 뒤 이루어짐",
    State.MOVED: "날짜가 바뀜",
    State.CANCELLED: "취소됨",
}
STANDINGS = {
    None: "채택",
    Standing.SUPERSEDED: "이전 값",
    Standing.CONFLICTING: "상충",
    Standing.PART: "일부",
    Standing.OTHER: "다른 종류",
}
PARTICIPATION = {
    Part.LEAD: "주관",
    Part.FUNDER: "지원",
    Part.PARTNER: "참여",
    Part.BUILDER: "시공",
    Part.TENANT: "입주",
    Part.SELECTED: "선정",
}
PARTS = {Part.LEAD: "주관", Part.SELECTED: "선정"}


def won(amount: int) -> str:
    """A sum in won as Korean writes it.

    >>> won(462_950_000_000), won(1_100_000_000_000), won(30_005)
    ('4629억 5000만 원', '1조 1000억 원', '3만 5원')
    """
    units = ((10**12, "조"), (10**8, "억"), (10**4, "만"), (1, ""))
    rest, parts = amount, list[str]()
    for unit, name in units:
        if rest >= unit:
            parts.append(f"{rest // unit}{name}")
        rest %= unit
    return " ".join(parts) + ("원" if amount % 10**4 else " 원")
