#!/bin/sh
# Makes the keys and the tokens of a site at its first start, in the volumes of docker-compose.yml. The monitor gets the hashes,
# Prometheus its token; those of people are told once, in the log of the service "tokens".
set -eu
umask 077
keys=/keys/site
tokens=/tokens/file
scraper=/scraper/prometheus

if [ ! -e "$keys" ]; then
  java -jar /app/misconduct-monitor.jar privacy create-keys "$keys"
fi

if [ -e "$tokens" ]; then
  echo "There are tokens already. To make others: docker compose down, docker volume rm misconduct-monitor_tokens, up."
  exit 0
fi

token() {
  java -jar /app/misconduct-monitor.jar token new "$@" 2> /tmp/said >> "$tokens.new"
  sed -n 's/^The token, shown only now: //p' /tmp/said
  rm /tmp/said
}

rm -f "$tokens.new"
reviewer=$(token --name reviewer --role reviewer,analyst --all-tenants --all-forces)
admin=$(token --name admin --role admin --all-tenants --all-forces --all-publishers)
prometheus=$(token --name prometheus --role admin --all-publishers)
printf '%s' "$prometheus" > "$scraper"
# The image of Prometheus runs as nobody.
chown 65534 "$scraper"
mv "$tokens.new" "$tokens"
echo "Shown only now; sign in at http://127.0.0.1:8080/"
echo "  reviewer  $reviewer"
echo "  admin     $admin"
