mkdir fonts
printf '<fontconfig><dir>%s/fonts</dir><cachedir>%s/cache</cachedir></fontconfig>\n' "$PWD" "$PWD" >fonts.conf
python3 - /usr/share/fonts/truetype/lato/Lato-Regular.ttf fonts/Lato.ttc <<'END'
import struct, sys
font = bytearray(open(sys.argv[1], "rb").read())
head = struct.pack(">4sHHII", b"ttcf", 1, 0, 1, 16)  # a collection of one
for at in range(12, 12 + 16 * struct.unpack(">H", font[4:6])[0], 16):
    offset = struct.unpack(">I", font[at + 8 : at + 12])[0]
    font[at + 8 : at + 12] = struct.pack(">I", offset + len(head))
open(sys.argv[2], "wb").write(head + font)
END
printf 'fonts:\n  family: Lato\n' >templates/themes/own.yaml
FONTCONFIG_FILE=$PWD/fonts.conf "$program" check --theme own any.yaml
