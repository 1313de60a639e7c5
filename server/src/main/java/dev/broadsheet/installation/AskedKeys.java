package dev.broadsheet.installation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Which keys of the settings were asked for, section by section, so that the others can be told as mistakes. */
final class AskedKeys {
    /** By section, longest first where one begins with another; the empty section is that of plain keys. */
    private final Map<String, Set<String>> sections =
            new TreeMap<>(Comparator.comparingInt(String::length).reversed().thenComparing(Comparator.naturalOrder()));

    private final Map<String, SettingInForce> inForce = new TreeMap<>();
    private final List<String> left = new ArrayList<>();

    AskedKeys() {
        section("");
    }

    Set<String> section(String prefix) {
        return sections.computeIfAbsent(prefix, key -> new TreeSet<>());
    }

    void leave(String prefix) {
        left.add(prefix);
    }

    void add(String section, String key) {
        section(section).add(key);
    }

    void inForce(SettingInForce setting) {
        inForce.put(setting.key(), setting);
    }

    List<SettingInForce> inForce() {
        return List.copyOf(inForce.values());
    }

    /** What to say of a key in the file; empty where it was asked for. */
    Optional<String> complaint(String key) {
        if (left.stream().anyMatch(key::startsWith)) {
            return Optional.empty();
        }
        String section =
                sections.keySet().stream().filter(key::startsWith).findFirst().orElse("");
        Set<String> known = section(section);
        return known.contains(key.substring(section.length())) ? Optional.empty() : Optional.of(sentence(key, known));
    }

    /** The same of an environment variable, if it belongs to a section. */
    Optional<String> complaintAboutVariable(String name) {
        if (left.stream().map(SettingsReader::variable).anyMatch(name::startsWith)) {
            return Optional.empty();
        }
        String section = sections.keySet().stream()
                .filter(prefix -> !prefix.isEmpty() && name.startsWith(SettingsReader.variable(prefix)))
                .findFirst()
                .orElse("");
        boolean asked = section.isEmpty()
                || sections.entrySet().stream()
                        .anyMatch(entry -> entry.getValue().stream()
                                .anyMatch(key -> SettingsReader.variable(entry.getKey() + key)
                                        .equals(name)));
        return asked ? Optional.empty() : Optional.of(sentence(name, section(section)));
    }

    private String sentence(String name, Set<String> known) {
        List<String> all = new ArrayList<>(known);
        if (known.equals(sections.get(""))) {
            sections.keySet().stream()
                    .filter(section -> !section.isEmpty())
                    .sorted()
                    .forEach(section -> all.add(section + "…"));
        }
        return name + ": there is no such setting; there are " + String.join(", ", all);
    }
}
