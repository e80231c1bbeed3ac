import java.io.FileInputStream;
import java.io.InputStream;
import java.util.Map;
import java.util.TreeMap;
import java.util.logging.Level;
import java.util.logging.LogManager;
import java.util.logging.Logger;

import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.PDFAValidator;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.TestAssertion;
import org.verapdf.pdfa.results.ValidationResult;

/**
 * Validates PDFs against PDF/UA-1 and PDF/A-2a. Prints one line a file and profile, and below it the
 * rules that failed and how often; exits with 1 when any rule failed or a file cannot be read.
 */
public final class Verify {
    private static final PDFAFlavour[] PROFILES = {PDFAFlavour.PDFUA_1, PDFAFlavour.PDFA_2_A};

    private Verify() {
    }

    public static void main(String[] paths) {
        if (paths.length == 0) {
            System.err.println("usage: run.sh FILE...");
            System.exit(2);
        }
        LogManager.getLogManager().reset();
        Logger.getLogger("").setLevel(Level.OFF);
        VeraGreenfieldFoundryProvider.initialise();
        boolean compliant = true;
        for (String path : paths) {
            for (PDFAFlavour profile : PROFILES) {
                try {
                    compliant &= verify(path, profile);
                } catch (Exception error) {
                    System.out.printf("%s: %s: cannot be read: %s%n", path, profile.getId(),
                            error.getMessage());
                    compliant = false;
                }
            }
        }
        System.exit(compliant ? 0 : 1);
    }

    private static boolean verify(String path, PDFAFlavour profile) throws Exception {
        try (InputStream file = new FileInputStream(path);
             PDFAParser parser = Foundries.defaultInstance().createParser(file, profile);
             PDFAValidator validator = Foundries.defaultInstance().createValidator(profile, false)) {
            ValidationResult result = validator.validate(parser);
            Map<String, Integer> failed = failedRules(result);
            System.out.printf("%s: %s: rules failed: %d%n", path, profile.getId(), failed.size());
            failed.forEach((rule, count) -> System.out.printf("    %d x %s%n", count, rule));
            return result.isCompliant() && failed.isEmpty();
        }
    }

    /** What failed, as "clause-test: message (where first)", each with how often. */
    private static Map<String, Integer> failedRules(ValidationResult result) {
        Map<String, String> places = new TreeMap<>();
        Map<String, Integer> counts = new TreeMap<>();
        for (TestAssertion assertion : result.getTestAssertions()) {
            if (assertion.getStatus() != TestAssertion.Status.FAILED) {
                continue;
            }
            String rule = assertion.getRuleId().getClause() + "-"
                    + assertion.getRuleId().getTestNumber() + ": " + assertion.getMessage();
            places.putIfAbsent(rule, assertion.getLocation().getContext());
            counts.merge(rule, 1, Integer::sum);
        }
        Map<String, Integer> named = new TreeMap<>();
        counts.forEach((rule, count) -> named.put(rule + " (first at " + places.get(rule) + ")", count));
        return named;
    }
}
