package de.postlotse;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.SplittableRandom;

/** A page of the support desk, and where to find one of its kind. */
enum DeskPage {
    OVERVIEW {
        @Override
        String path(SplittableRandom random, int zones) {
            return "/support";
        }
    },
    REVIEW_LIST {
        @Override
        String path(SplittableRandom random, int zones) {
            return "/support/review";
        }
    },
    REVIEW_LIST_FURTHER_ON {
        @Override
        String path(SplittableRandom random, int zones) {
            long since = System.currentTimeMillis() * 1_000 - random.nextLong(90L * 86_400_000_000L);
            return "/support/review?after=" + GeneratedFinding.KINDS.indexOf(KINDS.get(random.nextInt(KINDS.size())))
                    + "_" + since + "_0_";
        }
    },
    REVIEW_LIST_BY_KIND {
        @Override
        String path(SplittableRandom random, int zones) {
            return "/support/review?kind=" + KINDS.get(random.nextInt(KINDS.size()));
        }
    },
    REVIEW_LIST_BY_TLD {
        @Override
        String path(SplittableRandom random, int zones) {
            return "/support/review?tld=" + GeneratedZone.TLDS.get(random.nextInt(GeneratedZone.TLDS.size()));
        }
    },
    REVIEW_LIST_BY_NAME_SERVER {
        @Override
        String path(SplittableRandom random, int zones) {
            return "/support/review?nameServer=ns-" + (char) ('a' + random.nextInt(3));
        }
    },
    REVIEW_OF_A_ZONE {
        @Override
        String path(SplittableRandom random, int zones) {
            return "/support/review/" + zone(random, zones).name();
        }
    },
    PAGE_OF_A_ZONE {
        @Override
        String path(SplittableRandom random, int zones) {
            return "/domains/" + zone(random, zones).name();
        }
    },
    ALL_ZONES {
        @Override
        String path(SplittableRandom random, int zones) {
            return "/support/zones";
        }
    },
    ALL_ZONES_IN_A_STATE {
        @Override
        String path(SplittableRandom random, int zones) {
            return "/support/zones?state=" + STATES.get(random.nextInt(STATES.size()));
        }
    },
    SEARCH_BY_HOST {
        @Override
        String path(SplittableRandom random, int zones) {
            return "/support/zones?q=" + encoded(host(random, zones));
        }
    },
    SEARCH_BY_PART_OF_A_NAME {
        @Override
        String path(SplittableRandom random, int zones) {
            String name = zone(random, zones).unicodeName();
            String label = name.substring(0, name.lastIndexOf('.'));
            int start = random.nextInt(label.length() - 7);
            return "/support/zones?q=" + encoded(label.substring(start));
        }
    },
    SEARCH_BY_ADDRESS {
        @Override
        String path(SplittableRandom random, int zones) {
            return "/support/zones?q=" + encoded(address(random, zones));
        }
    },
    SEARCH_BY_CUSTOMER {
        @Override
        String path(SplittableRandom random, int zones) {
            return "/support/zones?q=" + (MillionZones.FIRST_CUSTOMER + random.nextInt(zones / 20));
        }
    },
    WHO_USES_A_HOST {
        @Override
        String path(SplittableRandom random, int zones) {
            return "/support/hosts?q=" + encoded(host(random, zones));
        }
    },
    WHO_USES_AN_ADDRESS {
        @Override
        String path(SplittableRandom random, int zones) {
            return "/support/hosts?q=" + encoded(address(random, zones));
        }
    };

    private static final List<String> KINDS =
            List.of("NO_SERVER_LEFT", "TARGET_GONE", "NOT_DELEGATED", "DRIFTED", "SINGLE_SERVER");
    private static final List<String> STATES = List.of("BROKEN", "NOT_DELEGATED", "OTHER_SERVERS", "HOSTER");

    /** Where such a page is, another one each time. */
    abstract String path(SplittableRandom random, int zones);

    private static GeneratedZone zone(SplittableRandom random, int zones) {
        return GeneratedZone.of(random.nextInt(zones));
    }

    /** The more zones use a host, the more often somebody asks for it. */
    private static String host(SplittableRandom random, int zones) {
        while (true) {
            List<GeneratedZone.Mx> records = zone(random, zones).records();
            String host = records.isEmpty()
                    ? "."
                    : records.get(random.nextInt(records.size())).target();
            if (!host.equals(".")) {
                return host;
            }
        }
    }

    private static String address(SplittableRandom random, int zones) {
        while (true) {
            List<String> addresses = GeneratedZone.addresses(host(random, zones));
            if (!addresses.isEmpty()) {
                return addresses.get(random.nextInt(addresses.size()));
            }
        }
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
