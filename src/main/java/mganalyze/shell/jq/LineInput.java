package mganalyze.shell.jq;
