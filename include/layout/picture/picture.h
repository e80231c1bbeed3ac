/* Pictures from files: PNG as pixels, JPEG as it is, both checked and ready for a page. */
#ifndef COUNCILBRIEF_LAYOUT_PICTURE_PICTURE_H
#define COUNCILBRIEF_LAYOUT_PICTURE_PICTURE_H

#include "diag/diag.h"

enum picture_kind { PICTURE_PIXELS, PICTURE_JPEG };

/* How a camera was held, as Exif numbers it: from 5 on, rows of the file are columns of the
   picture. */
enum picture_turn {
    TURN_NONE = 1,
    TURN_MIRRORED,
    TURN_HALF,
    TURN_HALF_MIRRORED,
    TURN_TRANSPOSED,
    TURN_RIGHT,
    TURN_TRANSVERSED,
    TURN_LEFT
};

/* Colours are taken as sRGB: gamma and colour profiles of the file are ignored. */
struct picture {
    enum picture_kind kind;
    int32_t width, height; /* of the file's rows, in pixels, up to LIMIT_PICTURE_SIDE */
    int channels;          /* 1: grey, 3: red, green, blue; a byte each */
    enum picture_turn turn;
    struct str data;  /* pixels, row by row; or a JPEG file without comments and camera data */
    struct str alpha; /* a byte a pixel, 255 is opaque; absent: all of it is */
};

/* A picture as somebody asked for it. */
struct picture_place {
    struct str folder; /* that the file must be in: the specification's or the template's */
    struct str file;   /* below that folder, with forward slashes */
    struct span span;  /* where it is named */
};

/* Reads a picture; NULL after a diagnostic at the place: E530 to E535. */
const struct picture *picture_read(struct arena *arena, struct diags *diags,
                                   const struct picture_place *place);

/* The same for a file's bytes; the picture does not point into them. */
const struct picture *picture_decode(struct arena *arena, struct diags *diags,
                                     const struct picture_place *place, struct str bytes);

/* The picture in greys. JPEG files pass through undecoded and keep their colours. */
const struct picture *picture_grey(struct arena *arena, const struct picture *picture);

/* The folder of a file's path, for picture_place; "." when it names none. */
struct str picture_folder(struct str path);

/* As it is shown, the right way up. */
int32_t picture_shown_width(const struct picture *picture);
int32_t picture_shown_height(const struct picture *picture);

/* Reports what is wrong with the picture at its place. `format` goes on after its name: "is ...".
 */
__attribute__((format(printf, 4, 5))) struct diag *picture_refuse(struct diags *diags,
                                                                  const struct picture_place *place,
                                                                  const struct code *code,
                                                                  const char *format, ...);

/* ---- parts of the above, a file each ---- */

/* The bytes of the file, which must be inside the folder; absent after E530, E531 or E532. */
struct str picture_file_read(struct arena *arena, struct diags *diags,
                             const struct picture_place *place);

/* False after E532: so many pixels are more than a briefing may have. */
bool picture_size_allowed(struct diags *diags, const struct picture_place *place, uint32_t width,
                          uint32_t height);

const struct picture *picture_from_png(struct arena *arena, struct diags *diags,
                                       const struct picture_place *place, struct str bytes);
const struct picture *picture_from_jpeg(struct arena *arena, struct diags *diags,
                                        const struct picture_place *place, struct str bytes);

/* The turn in a JPEG's Exif segment; TURN_NONE when it holds none that makes sense. */
enum picture_turn picture_exif_turn(struct str segment);

#endif
