"""What a line of a page is besides article: menus, buttons, weather, notices, other headlines."""

from __future__ import annotations

import re


def _any_of(patterns: str) -> re.Pattern[str]:
    return re.compile("|".join(patterns.split()), re.IGNORECASE)


_INTERFACE = """
로그인 로그아웃 회원가입 구독 구독신청 구독하기 구독안내 지면보기 지면 지면안내 PDF PDF보기 제보
제보하기 기사제보 광고 광고안내 광고문의 뉴스레터 검색 검색버튼 검색창 메뉴 메뉴열기 메뉴닫기
전체메뉴 주메뉴 사이트맵 바로가기 본문 닫기 열기 버튼 모바일 PC버전 홈 HOME Home TOP Top TOP으로
처음으로 맨위로 위로 목록 이전글 다음글 이전 다음 더보기 페이스북 트위터 엑스 X 밴드 네이버밴드
카카오톡 카카오스토리 카카오 카톡 스토리 라인 인스타그램 유튜브 블로그 네이버 텔레그램 링크드인
SNS URL URL복사 링크복사 주소복사 복사 복사하기 복사하여 공유 공유하기 기사공유 SNS공유 스크랩
기사스크랩 스크랩하기 프린트 인쇄 인쇄하기 이메일 메일 메일보내기 북마크 즐겨찾기 새로고침
뒤로가기 후원 후원하기 글자크기 글자크기조정 글씨 글씨크기 글씨키우기 글씨줄이기 글자 크기
키우기 줄이기 작게 크게 확대 축소 크게보기 클린뷰 기사듣기 음성듣기 듣기 요약 요약beta 번역
다국어뉴스 가 가+ 가- 댓글 댓글쓰기 댓글달기 의견쓰기 댓글삭제 등록 등록순 최신순 추천순 공감순
좋아요 훈훈해요 슬퍼요 화나요 후속기사 추천 조회 답글 신고 배너 AD 사진 영상 동영상 포토
포토뉴스 그래픽 카드뉴스 RSS 회사소개 이용약관 개인정보처리방침 청소년보호정책 페이지 정보 전체
전체기사 최신 최신뉴스 최신기사 인기 인기기사 뉴스 뉴스홈 속보 단독 실시간 증권 부동산 정치 경제
사회 문화 국제 세계 지역 전국 스포츠 연예 교육 오피니언 사설 칼럼 기획 연재 기획·연재 기획특집
특집 피플 사람들 인물 행정 자치 산업 농업 관광 과학 IT 건강 생활 라이프 날씨 운세 부고 인사 TV
라디오 정치/행정 경제/산업 사회/교육 문화/관광 정치/경제/사회 동네방네 기자수첩 작성자 관리자
알림 공지 이벤트
"""
_INTERFACE_ITEMS = frozenset(_INTERFACE.split())
_ITEM_BREAK = re.compile(r"[\s|,>·•‧ㆍ]+")
_BARE_SYMBOLS = re.compile(r"[\W\d_가]*")

_CERTAINLY_INTERFACE = _any_of(
    r"""
    ℃ 미세먼지 기상청 회원가입 계정을\s선택 로그인\s후 기사보내기 (?:으로|로)\s?공유 공유합니다
    URL\s?복사 링크\s?복사 글자\s?크기 글씨\s?(?:크기|키우기|줄이기) 삭제한\s댓글 그래도\s삭제
    댓글을?\s(?:쓸|남기|작성|입력) 댓글은\s\d+자 비밀글
    (?:바로가기|검색창|메뉴|주메뉴)\s?(?:메뉴|열기|닫기|버튼|바로가기) 본문\s바로가기
    주소를\s(?:선택|복사) 복사하여\s사용 왼쪽\s?숫자 앱에서\s보기 후원하기\] 마음에\s드셨다면
    기사제보 이메일\s제보 다른\s?기사\s?(?:더\s?)?보기 전체\s?기사\s?보기 네이버에서\s.{0,20}구독
    채널\s?(?:추가|구독) 알림\s?받기 기자\s?페이지 청소년보호 개인정보 등록번호 발행인 편집인
    이\s기사에\s대해 독자\s의견 팩트체크 AI\s?(?:요약|학습) 페이지\s정보 SNS\s?기사
    (?:최종)?편집일 새창 새\s?창으로 뷰어로\s보기 추천뉴스 자동등록방지 스팸방지 오늘의\s날씨
    """
)
_NOTICE = _any_of(
    r"""
    저작권자 무단\s?전재 무단\s?복제 무단\s?배포 재\s?배포\s?(?:를\s)?금지 All\s?rights\s?reserved
    Copyright ⓒ © \(c\)\s?[가-힣A-Z]
    """
)
_OTHER_NEWS = _any_of(
    r"""
    많이\s?본 가장\s?많이 베스트\s?(?:기사|뉴스|클릭) 인기\s?(?:기사|뉴스|검색)
    (?:주요|최신|최근|추천|연관|핫|랭킹|화제의?)\s?(?:기사|뉴스|이슈) 이\s?시각 헤드라인
    포토\s?뉴스 (?:오늘|금주)의\s?(?:포토|뉴스|핫|이슈|추천|주요) 안\s?본\s?뉴스 댓글\s?많은
    (?:기사를|뉴스를)\s?추천 실시간\s?(?:뉴스|이슈|인기|많이) HOT\s?(?:클릭|뉴스|이슈) 독자\s?의견
    함께\s?(?:보면|본|읽) (?:기자|님)의\s?(?:다른|최신|인기|전체)\s?기사 SNS\s?TV 이\s분야
    섹션\s?(?:뉴스|기사) 에디터\s?(?:픽|추천) 쇼핑 관심\s?(?:뉴스|기사) 당신이\s?(?:좋아할|놓친)
    AD\s?(?:링크|뉴스) 파워\s?링크 정보\s?제공
    """
)
_COMMENTS = re.compile(
    r"^\W*(?:\d+ ?개의 ?)?(?:댓글|의견|덧글|기사에 대한|공감)"
    r"(?: ?(?:쓰기|달기|등록|삭제|\(|\[|\d|개|목록).{0,80})?\W*$"
    r"|^\d+ ?개의 ?(?:댓글|의견)"
)
_RELATED = re.compile(r"관련 ?(?:기사|뉴스|글|링크)|연관 ?(?:기사|뉴스)|바로 ?가기 ?[:☞▶]")
_LINK = re.compile(r"^\s*[☞☛👉▷]\s*\S|^\s*[▶►→]\s*(?:관련|바로|\[)|https?://\S+\s*$")
_TAGS = re.compile(r"^\s*(?:TAG|태그|키워드|Tags?)\b|^(?:\s*#[^\s#]+){1,}\s*$", re.IGNORECASE)
_RANKED = re.compile(r"^\s*(?:\d{1,2}[.)]?|\[?\d{1,2}위\]?)\s+\D")
_TICKER = re.compile(
    r"^\s*[\[(<【]?(?:속보|알림|공지|부고|인기|포토|HOT|실시간|긴급|이벤트|광고|AD)\b[\])>】]?"
)
_TRAIL = re.compile(r"^[^.!?]{1,40}(?:>|›|»|＞)[^.!?]{1,40}$")
_OFFICE = re.compile(
    r"^\s*(?:보 ?도 ?자 ?료|보도 ?시점|배포 ?일?시?|제공일|담당 ?(?:부서|자|과)?|문의 ?처?|책임자"
    r"|자료 ?(?:제공|문의)|연락처|쪽수|붙임|첨부)"
    r"(?:[\s:：)\]/]|$)|보도자료\s*$|\(?0\d{1,2}[-)]\s?\d{3,4}-\d{4}\)?\s*$|^\s*끝\.?\s*$"
)

SENTENCE_END = re.compile(r"[가-힣A-Za-z0-9)\]%”’\"'][.!?]+[”’\"')\]」』〉》]*\s*$")
_CLAUSE_END = re.compile(r"(?:다|요|까|죠)[.!?]+[”’\"')\]」』]*(?:[\s(\[<]|$)")


def is_prose(line: str) -> bool:
    """Whether a line holds or ends a sentence, as paragraphs do and headlines don't.

    >>> is_prose("시는 내년 착공을 목표로 한다."), is_prose("시, 내년 착공…국비 확보")
    (True, False)
    """
    if len(line) < 5:
        return False
    if _CLAUSE_END.search(line[-200:]) or (len(line) > 200 and _CLAUSE_END.search(line)):
        return True
    if len(line) >= 60 and line.rstrip().endswith(("다", "함", "됨", "임", "예정", "계획")):
        return "…" not in line
    return False


def is_interface_item(word: str) -> bool:
    """Whether a word is one of a menu or a button."""
    return word in _INTERFACE_ITEMS


def is_interface(line: str) -> bool:
    """Whether a line is menus, buttons, weather or an address: no words of an article.

    >>> is_interface("정치  경제  사회  로그인"), is_interface("공유주차장 정치권 논란")
    (True, False)
    """
    if _BARE_SYMBOLS.fullmatch(line[:200]) and len(line) < 200:
        return True
    if len(line) > 300:
        return False
    prose = is_prose(line)
    if not (prose and len(line) > 80) and _CERTAINLY_INTERFACE.search(line):
        return True
    if prose:
        return False
    words = [item.strip("[]()<>●▶") for item in _ITEM_BREAK.split(line.strip())]
    told = [item for item in words if item and not _BARE_SYMBOLS.fullmatch(item)]
    return not told or sum(item in _INTERFACE_ITEMS for item in told) * 2 > len(told)


def is_notice(line: str) -> bool:
    """Whether a line claims a copyright, as what follows an article does."""
    return len(line) < 160 and _NOTICE.search(line) is not None and not _CLAUSE_END.search(line)


def opens_other_news(line: str) -> bool:
    """Whether a line heads a list of other headlines, or the comments: the article is over."""
    if _COMMENTS.search(line[:120]):
        return True
    return len(line) < 60 and not is_prose(line) and _OTHER_NEWS.search(line) is not None


def opens_related(line: str) -> bool:
    """Whether a line heads a short list of related headlines, which may stand mid-article."""
    return len(line) < 100 and not is_prose(line) and _RELATED.search(line) is not None


def is_headline_elsewhere(line: str) -> bool:
    """Whether a line is a link, a tag list, a ticker or a ranked headline."""
    if is_prose(line) and not _LINK.match(line):
        return False
    return any(mark.search(line[:300]) for mark in (_LINK, _TAGS, _RANKED, _TICKER, _TRAIL))


def is_office_line(line: str) -> bool:
    """Whether a line is the form of a press release: its desk, telephone, release time.

    >>> is_office_line("담당부서  기업정책과 (054-000-0000)")
    True
    """
    return len(line) < 200 and _OFFICE.search(line) is not None and not is_prose(line)
