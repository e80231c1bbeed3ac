mkdir empty
"$program" check empty
