/* The names of months, seasons and days of the week. */
#include "date/date_words.h"

const struct month_name date_months[MONTHS] = {
    {"January", "Jan"},   {"February", "Feb"}, {"March", "Mar"},    {"April", "Apr"},
    {"May", "May"},       {"June", "Jun"},     {"July", "Jul"},     {"August", "Aug"},
    {"September", "Sep"}, {"October", "Oct"},  {"November", "Nov"}, {"December", "Dec"},
};

const char *const date_seasons[SEASONS] = {"spring", "summer", "autumn", "winter"};

static const char *const weekdays[] = {"Monday", "Tuesday",  "Wednesday", "Thursday",
                                       "Friday", "Saturday", "Sunday"};

enum { SHORTEST_ABBREVIATION = 3 };

int month_of_season(int season)
{
    return 3 + 3 * season;
}

int season_of_month(int month)
{
    return month / 3 - 1;
}

static char lower(char byte)
{
    return byte >= 'A' && byte <= 'Z' ? (char)(byte - 'A' + 'a') : byte;
}

static bool begins_word(struct str text, const char *word)
{
    for (size_t i = 0; i < text.len; i++)
        if (word[i] == '\0' || lower(text.at[i]) != lower(word[i]))
            return false;
    return true;
}

bool word_is(struct str text, const char *word)
{
    return begins_word(text, word) && word[text.len] == '\0';
}

static bool abbreviates(struct str text, const char *word)
{
    return text.len >= SHORTEST_ABBREVIATION && begins_word(text, word);
}

int month_of_word(struct str word)
{
    for (int month = 1; month <= MONTHS; month++)
        if (abbreviates(word, date_months[month - 1].name))
            return month;
    return -1;
}

int season_of_word(struct str word)
{
    for (int season = 0; season < SEASONS; season++)
        if (word_is(word, date_seasons[season]))
            return season;
    return word_is(word, "fall") ? 2 : -1;
}

bool is_weekday_word(struct str word)
{
    for (size_t i = 0; i < sizeof weekdays / sizeof *weekdays; i++)
        if (abbreviates(word, weekdays[i]))
            return true;
    return false;
}
