#!/bin/sh
# A real subscription, before and after a cancellation, a move and a rename: nginx serves the site on this machine,
# vdirsyncer fetches a feed as a subscriber does, khal shows what is in the calendar. What it printed is in
# subscribing-clients.md.
#
# Needs: nginx (apt-get install nginx-light), git, and the clients in an environment of their own:
#   python3 -m venv /tmp/clients && /tmp/clients/bin/pip install vdirsyncer khal
#   sh docs/subscribing-clients.sh /tmp/clients/bin
set -eu
clients=${1:?the folder that holds vdirsyncer and khal}
project=$(cd "$(dirname "$0")/.." && pwd)
work=$(mktemp -d)
chmod 755 "$work"  # the workers of nginx are another user
port=8095
trap 'kill "$(cat "$work/nginx.pid")" 2>/dev/null || true; rm -rf "$work"' EXIT
export HOME="$work" TZ=Europe/Amsterdam LC_ALL=C.UTF-8 GIT_CONFIG_GLOBAL=/dev/null

content="$work/content"
mkdir -p "$content/organisations" "$content/places" "$content/events/de-kern" "$work/site"
cat > "$content/region.yaml" <<YAML
title: Proefagenda
url: https://agenda.example.org/
school_region: noord
areas: [{id: deventer, name: Deventer, areas: [{id: zandweerd, name: Zandweerd}]}]
topics: [{id: ontmoeten, name: Ontmoeten}]
YAML
printf -- '---\nname: De Kern\nkind: welfare\n---\n' > "$content/organisations/de-kern.md"
printf -- '---\nname: De Linde\nstreet: Dorpsplein 1\ncity: Deventer\narea: zandweerd\n---\n' > "$content/places/de-linde.md"
cat > "$content/events/de-kern/koffie.md" <<MD
---
titel: Koffie
wanneer:
  elke: zondag 14.00-16.00 uur
  vanaf: 2026-11-01
  behalve: [2026-12-27]
plek: de-linde
onderwerpen: [ontmoeten]
---
Kom erbij!
MD
cat > "$content/events/de-kern/lezing.md" <<MD
---
titel: Lezing
wanneer: 2026-12-10 19:30-21:00
plek: de-linde
onderwerpen: [ontmoeten]
---
MD

cat > "$work/nginx.conf" <<CONF
daemon on;
pid $work/nginx.pid;
error_log $work/nginx.log;
events {}
http {
  access_log $work/access.log;
  types { text/html html; text/calendar ics; }
  charset utf-8; charset_types text/calendar text/html;
  client_body_temp_path $work/t1; proxy_temp_path $work/t2; fastcgi_temp_path $work/t3;
  uwsgi_temp_path $work/t4; scgi_temp_path $work/t5;
  server { listen 127.0.0.1:$port; root $work/site; }
}
CONF
mkdir -p "$work/vdirsyncer" "$work/khal"
cat > "$work/vdirsyncer/config" <<CONF
[general]
status_path = "$work/status/"
[pair agenda]
a = "feed"
b = "files"
collections = null
conflict_resolution = "a wins"
[storage feed]
type = "http"
url = "http://127.0.0.1:$port/feeds/all.ics"
[storage files]
type = "filesystem"
path = "$work/calendar/"
fileext = ".ics"
CONF
cat > "$work/khal/config" <<CONF
[calendars]
[[agenda]]
path = $work/calendar/
readonly = True
[locale]
local_timezone = Europe/Amsterdam
default_timezone = Europe/Amsterdam
timeformat = %H:%M
dateformat = %d-%m
longdateformat = %d-%m-%Y
datetimeformat = %d-%m %H:%M
longdatetimeformat = %d-%m-%Y %H:%M
[sqlite]
path = $work/khal.db
CONF

commit() {
  git -C "$content" add . && GIT_COMMITTER_DATE="$1T12:00:00Z" git -C "$content" -c user.name=x -c user.email=x@example.org \
    commit -qm "$2" --date "$1T12:00:00Z"
}
publish() {
  "$project/.venv/bin/python" "$project/build.py" build --content "$content" --layouts "$project/layouts" \
    --output "$work/site" --now 2026-11-22T12:00 2>/dev/null
}
look() {
  echo; echo "== $1"
  "$clients/vdirsyncer" -c "$work/vdirsyncer/config" sync 2>&1 | grep -E '^(Copying|Deleting|warning|error)' || true
  rm -f "$work/khal.db"
  "$clients/khal" -c "$work/khal/config" list --notstarted --format '{start-end-time-style} {title}, {location}' \
    --day-format '{date-long}' 29-11-2026 36d
}

git -C "$content" init -q
commit 2026-11-01 begin
publish
nginx -c "$work/nginx.conf" 2>/dev/null
echo "== The headers of the feed"
curl -sI "http://127.0.0.1:$port/feeds/all.ics" | grep -iE '^(HTTP|content-type|etag|last-modified)' | sed 's/:.*GMT/: …/; s/"[^"]*"/"…"/'
echo y | "$clients/vdirsyncer" -c "$work/vdirsyncer/config" discover >/dev/null 2>&1 || true
look "As it begins"
publish
look "Built again without a change: nothing is copied"

sed -i 's/^  behalve/  wijzigingen:\n    - {op: 2026-12-06, status: afgelast, opmerking: De beheerder is ziek.}\n  behalve/' "$content/events/de-kern/koffie.md"
commit 2026-11-20 cancelled
publish
look "Sunday 6 December is cancelled"

sed -i 's/^  behalve/    - {op: 2026-12-13, datum: 2026-12-14, tijd: 15.00-17.00}\n  behalve/' "$content/events/de-kern/koffie.md"
sed -i 's/2026-12-10/2026-12-11/' "$content/events/de-kern/lezing.md"
commit 2026-11-21 moved
publish
look "Sunday 13 December moves to Monday, and the lecture to Friday"

git -C "$content" mv events/de-kern/koffie.md events/de-kern/thee.md
sed -i 's/^titel: Koffie/titel: Thee\naliases: [de-kern\/koffie]/' "$content/events/de-kern/thee.md"
commit 2026-11-22 renamed
publish
look "The file is renamed, and the activity too"
