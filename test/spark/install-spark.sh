#!/usr/bin/env bash
# Installs what the Spark tests need where it is missing and may be installed: Java and pip by Debian, PySpark by pip into
# a folder of its own. Never fails a build: the tests say in one line what is missing.
set -uo pipefail
cd "$(dirname "$0")/../.."
version=3.5.8
folder=${DEDUPE_PYSPARK:-node_modules/.cache/pyspark}

has_java() { "${JAVA_HOME:+$JAVA_HOME/bin/}java" -version >/dev/null 2>&1; }

if ! has_java || ! python3 -m pip --version >/dev/null 2>&1; then
  if command -v apt-get >/dev/null && [ "$(id -u)" -eq 0 ]; then
    export DEBIAN_FRONTEND=noninteractive
    timeout 300 sh -c 'apt-get update -qq && apt-get install -y -qq --no-install-recommends openjdk-17-jre-headless python3-pip procps' >/dev/null 2>&1 ||
      echo 'Java and pip could not be installed'
  else
    echo 'Java or pip is missing, and only root with apt-get could install it here'
  fi
fi
if has_java && [ ! -x "$folder/bin/spark-submit" ]; then
  timeout 300 python3 -m pip install --quiet --disable-pip-version-check --root-user-action=ignore --target "$folder" "pyspark==$version" >/dev/null 2>&1 ||
    echo 'PySpark could not be installed'
fi
exit 0
