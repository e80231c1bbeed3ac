printf '# only a comment\n' >empty.yaml
"$program" check empty.yaml
