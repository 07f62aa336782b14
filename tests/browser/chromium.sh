#!/bin/sh
# The browser tests drive Debian's chromium (or any Chromium or Chrome that is installed). Where there is none and we
# may, install it; else say what to install.
for name in chromium chromium-browser google-chrome; do
	command -v "$name" >/dev/null && exit 0
done
if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; then
	echo "Installing chromium for the browser tests ..."
	apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends chromium >/dev/null && exit 0
fi
echo "The browser tests need Chromium, and it is not installed. As root: apt-get install chromium" >&2
exit 1
