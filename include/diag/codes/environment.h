/* Codes 9xx: the machine the program runs on. */
#ifndef COUNCILBRIEF_DIAG_CODES_ENVIRONMENT_H
#define COUNCILBRIEF_DIAG_CODES_ENVIRONMENT_H

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
      "theme there; docs/themes.md says how to make one.")                                         \
    X(E920, SEVERITY_FAILURE, "A briefing needs too much memory",                                  \
      "Making this briefing took more memory than one is allowed, so it was given up and the "     \
      "others went on. Divide it, or allow more with --worker-memory.")                            \
    X(E921, SEVERITY_FAILURE, "A briefing takes too long",                                         \
      "Making this briefing took more processor time than one is allowed, so it was given up "     \
      "and the others went on. Divide it, or allow more with --worker-seconds.")                   \
    X(E922, SEVERITY_FAILURE, "A briefing was interrupted from outside",                           \
      "The process that was making this briefing was killed by somebody, or by a system that "     \
      "was short of memory. The briefing was not written, the others were. Build it again.")       \
    X(E923, SEVERITY_BUG, "The program crashed",                                                   \
      "The process that was making this briefing ended as none should. That is a fault of "        \
      "councilbrief: please report it with the specification. The others were built all the "      \
      "same.")                                                                                     \
    X(E924, SEVERITY_FAILURE, "A briefing waits for ever",                                         \
      "The process that was making this briefing neither worked nor ended, so it was given up. "   \
      "A file that it needs may be on a disk or in a network that does not answer.")               \
    X(E925, SEVERITY_FAILURE, "No process can be started",                                         \
      "The system refused to start another process: it may have too many already. Try again, "     \
      "or with fewer at a time (-j 1).")                                                           \
    X(E926, SEVERITY_FAILURE, "The output folder is in use",                                       \
      "Another councilbrief is building into the same folder. Two at a time would undo each "      \
      "other's work, so this one did nothing. Wait for the other, or build into another folder "   \
      "with -o.")                                                                                  \
    X(W927, SEVERITY_WARNING, "The list of what was built is not usable",                          \
      "The file manifest.json in the output folder is damaged, was changed by hand, or is not "    \
      "one of ours. Nothing in it is believed: every briefing is built again, and the file is "    \
      "written anew.")                                                                             \
    X(W928, SEVERITY_WARNING, "A PDF without its specification",                                   \
      "This PDF was made from a specification that is not there any more. It is never deleted "    \
      "for you: do so if nobody needs it, or put the specification back.")                         \
    X(W929, SEVERITY_WARNING, "A name that make cannot read",                                      \
      "A makefile has no sure way to write this file name, so the file of make rules leaves it "   \
      "out. Rename the file: spaces are fine, line breaks and the signs ; | = % : * ? [ are not.") \
    X(E931, SEVERITY_FAILURE, "Something else stands where a file is to be written",               \
      "The name of a file to be written belongs to a link, a folder, a device or a pipe. Nothing " \
      "is put in its place. Name a plain file, or remove what is there.")                          \
    X(E932, SEVERITY_ERROR, "A link out of the project",                                           \
      "This file is a link, or lies behind one, and leads out of the project: out of the folder "  \
      "in which councilbrief was started, or of the specification's own when that lies "           \
      "elsewhere. "                                                                                \
      "Such a file is not read. Put the file itself into the project. If all files of the "        \
      "project lie together in another place, such as a shared drive, name that folder with "      \
      "--project.")                                                                                \
    X(E933, SEVERITY_FAILURE, "A limit of whoever started councilbrief",                           \
      "Whoever started councilbrief, a shell or a service, allows its processes only so much "     \
      "memory or time, and this briefing needs more. Raise that limit (`ulimit` in a shell) or "   \
      "divide the briefing.")                                                                      \
    X(E934, SEVERITY_ERROR, "A file name that cannot be printed",                                  \
      "The name of a specification, or of a folder on the way to it, holds bytes that are not "    \
      "UTF-8 text, or a character that cannot be seen, such as a line break. No list could name "  \
      "the file. Rename it.")                                                                      \
    X(E935, SEVERITY_FAILURE, "A picture that the machine does not give",                          \
      "The file of a picture is there, but reading it failed, or it changed while it was read. "   \
      "That is no fault of the specification. See whether the disk or the shared drive answers, "  \
      "and build the briefing again.")

#endif
