ln -s /dev/null device.yaml
"$program" check device.yaml
