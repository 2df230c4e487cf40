"""The closed lists of the model: what kinds of thing, money, part and milestone there are."""

from __future__ import annotations

from enum import StrEnum


class EntityType(StrEnum):
    """The eleven kinds of thing that an article can name."""

    REGION = "region"
    SITE = "site"
    PERSON = "person"
    GOVERNMENT = "government"
    INSTITUTE = "institute"
    COMPANY = "company"
    UNIVERSITY = "university"
    ASSOCIATION = "association"
    PROJECT = "project"
    INDUSTRY = "industry"
    EVENT = "event"


ORGANIZATIONS = frozenset(
    {
        EntityType.REGION,
        EntityType.GOVERNMENT,
        EntityType.INSTITUTE,
        EntityType.COMPANY,
        EntityType.UNIVERSITY,
        EntityType.ASSOCIATION,
    }
)
"""Types that can act: hold, pay, lead, sign. A local government acts as its region."""

UNDERTAKINGS = frozenset({EntityType.PROJECT, EntityType.EVENT})
PLACES = frozenset({EntityType.REGION, EntityType.SITE})


class BudgetKind(StrEnum):
    """What a sum is to its project."""

    TOTAL = "total"
    SHARE = "share"
    ANNUAL = "annual"
    SUPPORT = "support"
    INVESTMENT = "investment"
    SECURED = "secured"
    OTHER = "other"


class Funder(StrEnum):
    """Who pays a share."""

    NATIONAL = "national"
    PROVINCE = "province"
    CITY = "city"
    PRIVATE = "private"
    LOCAL = "local"


class Part(StrEnum):
    """As what an organisation takes part in a project."""

    LEAD = "lead"
    FUNDER = "funder"
    PARTNER = "partner"
    BUILDER = "builder"
    TENANT = "tenant"
    SELECTED = "selected"


class Milestone(StrEnum):
    """Where a project stands."""

    PLANNED = "planned"
    APPLIED = "applied"
    SELECTED = "selected"
    DESIGNATED = "designated"
    APPROVED = "approved"
    STARTED = "started"
    UNDER_WAY = "under_way"
    COMPLETED = "completed"
    OPENED = "opened"
    CANCELLED = "cancelled"
