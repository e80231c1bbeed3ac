touch file
"$program" build -o file/folder any.yaml
