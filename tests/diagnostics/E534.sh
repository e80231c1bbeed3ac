. "$cases/figure.sh"
head -c 100 "$cases/../pictures/rgb.png" >map.png
check_figure map.png
