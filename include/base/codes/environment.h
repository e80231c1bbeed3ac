/* Codes 9xx: the machine the program runs on. */
#ifndef COUNCILBRIEF_BASE_CODES_ENVIRONMENT_H
#define COUNCILBRIEF_BASE_CODES_ENVIRONMENT_H

#define CODES_ENVIRONMENT(X)                                                                       \
    X(E901, SEVERITY_FAILURE, "Output cannot be written",                                          \
      "The briefing could not be written to the output folder: it may be read-only or the disk "   \
      "may be full. An older briefing of that name is still there, untouched.")                    \
    X(E902, SEVERITY_ERROR, "Two outputs with one name",                                           \
      "Two specifications in one run would be written to the same PDF. Give one of the files "     \
      "another name, or build them into different folders.")                                       \
    X(E903, SEVERITY_ERROR, "No specification in the folder",                                      \
      "A folder was named and it holds no file that ends in .yaml or .yml. Folders inside it are " \
      "not searched: name them as well.")                                                          \
    X(E904, SEVERITY_FAILURE, "No templates",                                                      \
      "The folder with the templates and frameworks was not found. councilbrief looks for a "      \
      "folder named templates where it is started, then where it was installed. Start it in the "  \
      "project's folder, or name the folder with --templates.")                                    \
    X(E905, SEVERITY_ERROR, "Not the name of a template",                                          \
      "A template is named by its folder in the folder templates: letters, digits, hyphens and "   \
      "underscores, without a path. The one that comes with councilbrief is called briefing.")     \
    X(E912, SEVERITY_ERROR, "No such theme",                                                       \
      "A theme is named by its file in the folder templates/themes, without the ending .yaml and " \
      "without a path: letters, digits, hyphens and underscores. Correct the name, or put the "    \
      "theme there; docs/themes.md says how to make one.")

#endif
