"""The words by which a company is told: parts of its name, what it is called, what goes with it."""

from __future__ import annotations

import re

from extractors.mentions.endings import last_letters
from extractors.wordlists import either

TAIL = re.compile(f"(?:{either('company_tails', 'tail')})$")
TAIL_LETTERS = last_letters(TAIL)
PAID = re.compile(r"[0-9][0-9,.조억만천 ]*원")
GENERAL = re.compile(
    r"^(?:마을|사회적|벤처|향토|선도|강소|중견|중소|지역|자회사|협력|입주|투자|유망|우수|참여"
    r"|대표|토종)(?:기업|업체)$"
)
STRONG = re.compile(f"(?:{either('company_tails', 'strong')})$")
MARK = re.compile(
    r"㈜|㈲|\(유\)|유한회사|\(주\)|（주）|[<＜]주[>＞]|주식회사"
    r"|농업회사법인|어업회사법인|영농조합법인|영어조합법인|유한책임회사"
)
NAME = re.compile(r"[0-9A-Za-z가-힣&.\-]{2,20}")
LETTERED = re.compile(r" [A-Z][A-Za-z&]{1,7}(?=[은는이가을를과와의도]|에|,|\.| ?\()")
"""The end of a firm's name in letters that stands behind its house: `㈜나래 ESM은`."""
MODEL = re.compile(r" [A-Z]{0,2}-?[0-9]{3}(?![0-9]*(?:억|명|개|[0-9,]))")
"""What is of a firm's make: `보잉 747`."""
ESTATE = re.compile(r" (?:제?[0-9]+ ?)?(?:국가|일반|도시첨단)?(?:산단|산업단지|농공단지|공단)")
"""What stands behind a place and never behind a firm."""
LOANS = re.compile(r"(?:인더스트리|테크놀로지|홀딩스|솔루션)(?:즈|스)?")
"""The last part of a name that may stand apart from it: `나래 인더스트리`."""
KIND = re.compile(
    r"(?:기업|업체|회사|자회사|제조사|개발사|건설사|시공사|스타트업|벤처|계열사|운영사|법인"
    r"|대기업|강소기업|중견기업|사업자|시행자|전문|부품사|투자사|기획사|운용사|장비사|설계사|제약사|해운사|항공사|소재사)"
    r"(?:인|이자)?$"
)
HEADS = (
    "대표",
    "대표이사",
    "회장",
    "사장",
    "부사장",
    "CEO",
    "공동대표",
    "부회장",
    "전무",
    "상무",
    "이사",
    "총재",
    "공동총재",
    "최고경영자",
    "법인장",
)
OWNED = ("공장", "본사", "컨소시엄", "측", "관계자", "연구소", "등", "임직원", "사업장", "및")
COMMON = re.compile(
    r"(?:자|력|계|율|장|화|성|원|직|들|망|처|지|기업|업체|투자|유치|지원|단지|센터|협약|방문|산업|운영비|사업비|맞손|예타|[가-힣]회)$"
)
ELSE = re.compile(
    r"(?:공항|캠퍼스|연구소|연구원|대교|대학|신항|산단|단지|센터|지구|특구|클러스터|사업|대표단|시의회|도의회|교류회|간담회|설명회|토론회|박람회|협의회|위원회|보고회|밸리|파크|지역|맞손|예타)$"
)
NO_NAME = re.compile(r"[0-9].*|[A-Za-z]{1,2}|TV|SPC|CEO|[A-Z]{1,3}-?[0-9]{1,4}|[A-Z]-.*|K-.*")
COMMA = (", ", "·", "∙", "‧", "ㆍ", " △", " ▲", " ▷", " ▶", " ◇", " ○")
SHARE = re.compile(r"[의이가](?: [0-9]+%)? (?:투자|자회사|계열사|합작|지분|한국법인|국내 법인)")
SPENT = re.compile(
    r"[이은는가]? [^.\n]{0,70}?[0-9](?:억|조)[^.\n]{0,24}(?:투자|들여|들이|쏟|넣|쓴|쓰|투입)"
)
SUM = re.compile(r"[0-9](?:조|억)")
TASKS = re.compile(
    r"(?:사업|구축|조성|개발|지원|육성|양성|센터|단지|시설|공장|시|군|구|도|국대학교|대|공사"
    r"|공단)$"
)
CLOSE = re.compile(
    r"(?:기업|업체|회사|제조사|건설사|대기업|앵커기업|[0-9]+개사|[0-9]+사|참여기업|배터리사)"
)
GENERIC_WORDS = (
    "컨소시엄 양해각서 의향서 협약서 계약서 연구개발 오픈이노베이션 전문기업 "
    "기업 업체 회사 그룹 은행 산업 전자 기계 소재 에너지 조선 바이오 반도체 건설 화학"
)
GENERIC = frozenset(GENERIC_WORDS.split())
MADE_BY = re.compile(r" (?:전문|제조|생산) ?(?:기업|업체|회사)(?:인)? ㈜?[가-힣A-Z]")
"""What stands behind a product that ends as firms do: `난연케미칼 전문기업 나래소재`."""
ITEM_ENDS = re.compile(r", |[·ㆍ]|[와과] | 등(?![가-힣])")
"""What closes one name of a list."""
