/** `dedupe help cron`: nightly runs, monitoring, rotation. Words only. */
export const CRON = `Every night: cron, monitoring, rotation

A crontab. The state locks itself (no flock): a run that comes while another is at work waits, then ends with 6. Outputs
are the old file or the new one, never half of one.

  MAILTO=archive@example.org
  PATH=/usr/local/bin:/usr/bin:/bin       # with the folders of dedupe and node: command -v dedupe node
  15 3 * * *  cd /srv/news && ./night.sh

night.sh (chmod +x): new groups of the night, a log, metrics; mail (what cron does with output) only where somebody has
to act.

  #!/bin/sh
  dedupe archive --state archive.state --only new --lock-wait 10m --time-limit 4h \\
    -o "new-$(date +%F).json" --metrics news.prom --log-format json 2>>dedupe.log
  code=$?
  case $code in
    0|3|10) ;;                                   # done; 3: input was skipped, see "issue" in the log
    6|129|130|143) echo "dedupe: put off ($code), the next night goes on from there" >>night.txt ;;
    4) echo "dedupe: the archive is not there or has shrunk; is it mounted?" ;;
    5) echo "dedupe: the state needs care: dedupe state check archive.state" ;;
    7) echo "dedupe: an output or the state could not be written; is the disk full?" ;;
    *) echo "dedupe: failed with $code; see dedupe.log" ;;
  esac
  exit $code

The log has one JSON object a line (dedupe schema log-row); it is opened anew each night, so that rotation needs no signal:

  /srv/news/dedupe.log { weekly rotate 8 compress missingok notifempty }

What went wrong, by jq:

  jq -r 'select(.level != "info") | "\\(.time) \\(.event) \\(.path // "") \\(.message // .exitCode)"' dedupe.log

news.prom is for the textfile collector of Prometheus: each metric has the label archive="news", after the file. Alerts:

  time() - dedupe_last_success_timestamp_seconds > 26 * 3600     no night was complete (codes 0, 3, 10) since yesterday
  dedupe_exit_code != 0 and dedupe_exit_code != 10               the last run; the code says why (dedupe help exit-codes)
  sum by (archive) (dedupe_issues) > 100                         input that is broken

A run that a signal ends while it computes leaves the metrics as they were: the first alert covers it.
`;
