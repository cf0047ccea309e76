package de.postlotse;

import de.postlotse.dns.DomainName;
import de.postlotse.dns.TypedName;
import de.postlotse.policy.HostCondition;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * One of a million zones: the same number makes the same zone. A third uses the hoster's own servers, the others big
 * providers, a name of their own at a provider, or a server of their own, which is most often the only one.
 */
record GeneratedZone(int number, String name, String unicodeName, String routing, List<Mx> records) {

    /** A record; the owner is absolute, as the store keeps it. */
    record Mx(String owner, int preference, String target, int ttl) {}

    private static final List<String> TRADES = List.of(
            "bäckerei",
            "metzgerei",
            "tischlerei",
            "praxis",
            "kanzlei",
            "hotel",
            "gasthof",
            "autohaus",
            "fahrschule",
            "friseur",
            "blumen",
            "optik",
            "elektro",
            "sanitär",
            "dachdecker",
            "malerbetrieb",
            "gartenbau",
            "steuerberater",
            "architekt",
            "ingenieurbüro",
            "physiotherapie",
            "zahnarzt",
            "apotheke",
            "buchhandlung",
            "musikschule",
            "sportverein",
            "feuerwehr",
            "weingut",
            "imkerei",
            "spedition",
            "werbeagentur",
            "immobilien");
    private static final List<String> FAMILIES = List.of(
            "müller",
            "schmidt",
            "schneider",
            "fischer",
            "weber",
            "meyer",
            "wagner",
            "becker",
            "schulz",
            "hoffmann",
            "koch",
            "richter",
            "klein",
            "wolf",
            "schröder",
            "neumann",
            "schwarz",
            "zimmermann",
            "braun",
            "krüger",
            "hofmann",
            "hartmann",
            "lange",
            "werner",
            "krause",
            "lehmann",
            "maier",
            "köhler",
            "herrmann",
            "könig",
            "walter",
            "huber",
            "kaiser",
            "fuchs",
            "peters",
            "lang",
            "scholz",
            "möller",
            "weiss",
            "jung",
            "hahn",
            "schubert",
            "vogel",
            "friedrich",
            "keller",
            "günther",
            "berger",
            "winkler",
            "roth",
            "beck",
            "lorenz",
            "baumann",
            "franke",
            "albrecht",
            "schuster",
            "simon",
            "ludwig",
            "böhm",
            "winter",
            "kraus",
            "martin",
            "schumacher",
            "vogt",
            "stein");
    static final List<String> TLDS = List.of(
            "de", "de", "de", "de", "de", "de", "de", "de", "de", "de", "de", "de", "com", "com", "com", "at", "ch",
            "net", "eu", "org");

    static final List<String> OWN_SERVERS = List.of("mx1.hoster.example", "mx2.hoster.example");

    private static final int BACKUPS = 5_000;
    private static final int AGENCIES = 20_000;
    private static final List<HostCondition> BAD = List.of(
            HostCondition.DOES_NOT_EXIST,
            HostCondition.DOES_NOT_EXIST,
            HostCondition.ALIAS,
            HostCondition.NO_ADDRESS,
            HostCondition.NOT_REACHABLE,
            HostCondition.DANGLING_ALIAS);

    static GeneratedZone of(int number) {
        SplittableRandom random = new SplittableRandom(number * 31L + 7);
        String unicode = name(number, random);
        DomainName name = ((TypedName.Valid) TypedName.read(unicode)).name();
        List<Mx> records = new ArrayList<>(records(name.toString(), random));
        if (random.nextInt(100) < 3) {
            String owner = (random.nextBoolean() ? "shop." : "news.") + name;
            records.add(new Mx(owner, 10, "mail." + owner, 3_600));
        }
        String apex = records.isEmpty() ? "" : records.getFirst().target();
        String routing = apex.isEmpty()
                ? "UNSET"
                : apex.equals(".") ? "NO_MAIL" : OWN_SERVERS.contains(apex) ? "HOSTER" : "OTHER_SERVERS";
        return new GeneratedZone(number, name.toString(), unicode, routing, List.copyOf(records));
    }

    private static String name(int number, SplittableRandom random) {
        String trade = TRADES.get(number % TRADES.size());
        String family = FAMILIES.get(number / TRADES.size() % FAMILIES.size());
        int further = number / (TRADES.size() * FAMILIES.size());
        String label = trade + "-" + family + (further == 0 ? "" : further);
        boolean international = random.nextInt(10) == 0;
        String shown = international
                ? label
                : label.replace("ä", "ae").replace("ö", "oe").replace("ü", "ue");
        return shown + "." + TLDS.get(random.nextInt(TLDS.size()));
    }

    private static List<Mx> records(String name, SplittableRandom random) {
        int share = random.nextInt(1_000);
        if (share < 350) {
            return List.of(new Mx(name, 10, OWN_SERVERS.get(0), 3_600), new Mx(name, 20, OWN_SERVERS.get(1), 3_600));
        }
        if (share < 420) {
            return List.of(
                    new Mx(name, 1, "aspmx.grossanbieter.example", 3_600),
                    new Mx(name, 5, "alt1.aspmx.grossanbieter.example", 3_600),
                    new Mx(name, 5, "alt2.aspmx.grossanbieter.example", 3_600),
                    new Mx(name, 10, "alt3.aspmx.grossanbieter.example", 3_600),
                    new Mx(name, 10, "alt4.aspmx.grossanbieter.example", 3_600));
        }
        if (share < 620) {
            return List.of(new Mx(name, 0, name.replace('.', '-') + ".mail.schutz.example", 3_600));
        }
        if (share < 690) {
            int backup = random.nextInt(BACKUPS);
            return List.of(
                    new Mx(name, 10, "mail." + name, 86_400),
                    new Mx(name, 50, "backup" + backup + ".dienst.example", 86_400));
        }
        if (share < 970) {
            return List.of(new Mx(name, 10, "mail." + name, 3_600));
        }
        if (share < 990) {
            int agency = (int) (AGENCIES * Math.pow(random.nextDouble(), 3));
            return List.of(new Mx(name, 10, "mx.agentur" + agency + ".example", 3_600));
        }
        return share < 995 ? List.of(new Mx(name, 0, ".", 3_600)) : List.of();
    }

    /** What the sweep knows of a host: one in twenty is bad, the busiest ones are not. */
    static HostCondition condition(String host) {
        SplittableRandom random = new SplittableRandom(host.hashCode() * 17L);
        boolean large = OWN_SERVERS.contains(host) || host.endsWith("grossanbieter.example");
        return !large && random.nextInt(20) == 0 ? BAD.get(random.nextInt(BAD.size())) : HostCondition.USABLE;
    }

    /** What it leads to, as text; thousands of names lead to the few addresses of a provider. */
    static List<String> addresses(String host) {
        HostCondition condition = condition(host);
        if (condition.losesMail() && condition != HostCondition.NOT_REACHABLE) {
            return List.of();
        }
        int hash = host.hashCode() & Integer.MAX_VALUE;
        if (condition == HostCondition.NOT_REACHABLE) {
            return List.of("10.0." + hash % 250 + "." + hash / 250 % 250);
        }
        int distinct = host.endsWith("schutz.example") ? 40 : 50_000;
        int address = hash % distinct;
        String v4 = "192." + (10 + distinct % 83) + "." + address / 250 + "." + (1 + address % 250);
        return hash % 3 == 0 ? List.of(v4, "2001:db8:" + Integer.toHexString(1 + address) + "::25") : List.of(v4);
    }
}
