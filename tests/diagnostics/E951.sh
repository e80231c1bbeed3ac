mkdir issues
"$program" changes issues issues
