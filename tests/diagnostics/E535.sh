. "$cases/figure.sh"
cp "$cases/../pictures/cmyk.jpg" map.jpg
check_figure map.jpg
