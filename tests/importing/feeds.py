"""Calendars as Outlook, Google, Nextcloud and a website of a Dutch town make them; nobody and nothing in them exists."""

PEOPLE = """\
ORGANIZER;CN="Sanne de Wit":mailto:sanne.dewit@example.org
ATTENDEE;CUTYPE=INDIVIDUAL;ROLE=REQ-PARTICIPANT;PARTSTAT=ACCEPTED;CN=Clien
 t Jansen:mailto:client.jansen@example.org
COMMENT:Mevrouw Jansen komt met de rollator
CONTACT:Sanne 06 11 22 33 44
X-ALT-DESC;FMTTYPE=text/html:<b>Intern: sanne.dewit@example.org</b>
X-MICROSOFT-CDO-OWNERAPPTID:2121
ATTACH:https://files.example.org/clienten.xlsx
BEGIN:VALARM
ACTION:EMAIL
ATTENDEE:mailto:alarm@example.org
SUMMARY:Wekker
DESCRIPTION:Wekker voor Sanne
TRIGGER:-PT15M
END:VALARM
"""
"""What a feed has beside an activity, and what must reach no file."""
NEVER = ("sanne", "jansen", "rollator", "06 11", "intern", "2121", "clienten", "alarm", "wekker", "mailto")
"""Words of it, in small letters."""

OUTLOOK = f"""\
BEGIN:VCALENDAR
PRODID:-//Microsoft Corporation//Outlook 16.0 MIMEDIR//EN
VERSION:2.0
METHOD:PUBLISH
X-WR-CALNAME:Agenda De Brug
BEGIN:VTIMEZONE
TZID:W. Europe Standard Time
BEGIN:STANDARD
DTSTART:16011028T030000
RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=10
TZOFFSETFROM:+0200
TZOFFSETTO:+0100
END:STANDARD
BEGIN:DAYLIGHT
DTSTART:16010325T020000
RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=3
TZOFFSETFROM:+0100
TZOFFSETTO:+0200
END:DAYLIGHT
END:VTIMEZONE
BEGIN:VEVENT
{PEOPLE}CLASS:PUBLIC
DESCRIPTION:Kom erbij!\\nDe koffie staat
  klaar.\\n
DTSTART;TZID="W. Europe Standard Time":20261203T100000
DTEND;TZID="W. Europe Standard Time":20261203T120000
DTSTAMP:20261101T101010Z
EXDATE;TZID="W. Europe Standard Time":20261224T100000,20261231T100000
LOCATION:Huis van de Wijk\\, Dorpsplein 1\\, 7411 AB Deventer
RRULE:FREQ=WEEKLY;UNTIL=20270624T080000Z;BYDAY=TH;WKST=SU
SEQUENCE:3
SUMMARY;LANGUAGE=nl:Koffie\\, thee en taart
CATEGORIES:Ontmoeten en koffie,Rode categorie,Ouderen
UID:040000008200E00074C5B7101A82E00800000000
END:VEVENT
BEGIN:VEVENT
{PEOPLE}DTSTART;TZID="W. Europe Standard Time":20270108T140000
DTEND;TZID="W. Europe Standard Time":20270108T170000
LOCATION:Wijkgebouw De Kade
RECURRENCE-ID;TZID="W. Europe Standard Time":20270107T100000
SUMMARY:Nieuwjaarskoffie
UID:040000008200E00074C5B7101A82E00800000000
END:VEVENT
BEGIN:VEVENT
DTSTART;TZID="W. Europe Standard Time":20270114T100000
DTEND;TZID="W. Europe Standard Time":20270114T120000
RECURRENCE-ID;TZID="W. Europe Standard Time":20270114T100000
SUMMARY:Koffie\\, thee en taart
STATUS:CANCELLED
UID:040000008200E00074C5B7101A82E00800000000
END:VEVENT
BEGIN:VEVENT
CLASS:PRIVATE
DTSTART:20261204T100000Z
SUMMARY:Gesprek met familie Pietersen
UID:geheim
END:VEVENT
BEGIN:VEVENT
CLASS:CONFIDENTIAL
DTSTART:20261204T100000Z
SUMMARY:Sollicitatie
UID:geheim2
END:VEVENT
END:VCALENDAR
"""

GOOGLE = """\
BEGIN:VCALENDAR
PRODID:-//Google Inc//Google Calendar 70.9054//EN
VERSION:2.0
CALSCALE:GREGORIAN
METHOD:PUBLISH
X-WR-TIMEZONE:Europe/Amsterdam
BEGIN:VEVENT
DTSTART:20261212T183000Z
DTEND:20261212T203000Z
UID:1abc@google.com
DESCRIPTION:<p>Samen&nbsp;zingen &amp; <b>luisteren</b></p><ul><li>piano</li><li>koor</li></ul><a href="https://example.org/koor">Meer</a>
LOCATION:Dorpsplein 3\\, 7411 AB Deventer\\, Nederland
STATUS:CONFIRMED
SUMMARY:Zingen
TRANSP:OPAQUE
END:VEVENT
BEGIN:VEVENT
DTSTART;VALUE=DATE:20270101
DTEND;VALUE=DATE:20270103
UID:2abc@google.com
SUMMARY:Open huis
LOCATION:wijkgebouw
END:VEVENT
BEGIN:VEVENT
DTSTART;TZID=Europe/Amsterdam:20261201T193000
DTEND;TZID=Europe/Amsterdam:20261201T210000
RRULE:FREQ=MONTHLY;WKST=SU;BYDAY=1TU
UID:3abc@google.com
STATUS:TENTATIVE
SUMMARY:Bewonersavond
LOCATION:huis van de wijk
END:VEVENT
END:VCALENDAR
"""

NEXTCLOUD = """\
BEGIN:VCALENDAR
VERSION:2.0
PRODID:-//IDN nextcloud.com//Calendar app 4.7//EN
BEGIN:VEVENT
UID:6a3f-11
DTSTART;TZID=/freeassociation.sourceforge.net/Europe/Amsterdam:20261205T090000
DURATION:PT1H30M
RRULE:FREQ=WEEKLY;INTERVAL=2;BYDAY=SA;COUNT=6
RDATE;TZID=Europe/Amsterdam:20261210T090000
SUMMARY:Wandelen
LOCATION:Online via https://meet.example.org/wandelen.
STATUS:CANCELLED
URL:https://www.example.org/wandelen?a=1&b=2
GEO:52.2551;6.1639
END:VEVENT
END:VCALENDAR
"""

TOWN = """\ufeffBEGIN:VCALENDAR
VERSION:2.0
PRODID:-//Gemeente//CMS//NL
BEGIN:VEVENT
UID:agenda-12
DTSTART:20261206T140000
DTEND:20261206T160000
SUMMARY:Spelmiddag
DESCRIPTION:Neem je spel mee
Deze regel is niet gevouwen
LOCATION:Huis van de Wijk
END:VEVENT
BEGIN:VEVENT
UID:agenda-13
DTSTART:morgen
SUMMARY:Zonder dag
END:VEVENT
BEGIN:VEVENT
UID:agenda-14
DTSTART;TZID=Mars/Olympus:20261206T140000
SUMMARY:Op Mars
END:VEVENT
END:VCALENDAR
"""


def crlf(calendar: str) -> bytes:
    """Return a calendar with the line ends of RFC 5545."""
    return calendar.replace("\n", "\r\n").encode()


def event(*lines: str) -> bytes:
    """Return a calendar of one activity: a title, a start and a place, and these lines over or beside them."""
    own = {line.partition(":")[0].partition(";")[0] for line in lines}
    usual = ("UID:een@example.org", "SUMMARY:Koffie", "DTSTART:20261203T100000", "LOCATION:Huis van de Wijk")
    kept = [line for line in usual if line.partition(":")[0] not in own]
    return crlf("\n".join(["BEGIN:VCALENDAR", "BEGIN:VEVENT", *kept, *lines, "END:VEVENT", "END:VCALENDAR", ""]))


def several(*feeds: bytes) -> bytes:
    """Return one calendar of the activities of several; each has the UID of its place, where it has the usual one."""
    numbered = (one.replace(b"UID:een@", b"UID:nummer-%d@" % number) for number, one in enumerate(feeds))
    begin, end = b"BEGIN:VCALENDAR\r\n", b"END:VCALENDAR\r\n"
    return begin + b"".join(one.removeprefix(begin).removesuffix(end) for one in numbered) + end
