package dev.dmt.zero;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Makes relationships of foreign keys: from the child to the one parent, back from the parent, and through junctions.
 * <ul>
 * <li>To the parent: after the column without its {@code _id}; else after the parent; else both ({@code authorPeople}).
 * <li>Back: after the child; where two meet or a table refers to itself, {@code ordersByBillingAddress}, but a parent's
 *     own kind are its {@code children}.
 * <li>Through a junction: after the far table; where two meet, {@code tagsViaPostTags}; from a table to itself, after the
 *     far column.
 * </ul>
 */
final class Relationships {
    private final NameStyle style;
    private final List<NamedTable> tables;
    private final List<Link> links;

    Relationships(NameStyle style, List<NamedTable> tables, List<Link> links) {
        this.style = style;
        this.tables = tables;
        this.links = links;
    }

    /** In the tables' order; of one table those to parents first, then those back, then those through junctions. */
    List<ZeroRelationship> all() {
        RelationshipNaming naming = new RelationshipNaming(tables, style);
        List<ZeroRelationship> unsorted = new ArrayList<>();
        unsorted.addAll(naming.settled(links.stream().map(this::up).toList()));
        unsorted.addAll(naming.settled(links.stream().map(this::down).toList()));
        unsorted.addAll(naming.settled(through(Junction.among(links))));
        Map<String, List<ZeroRelationship>> byTable = new LinkedHashMap<>();
        tables.forEach(table -> byTable.put(table.table().identifier(), new ArrayList<>()));
        unsorted.forEach(relationship -> byTable.computeIfAbsent(relationship.table(), table -> new ArrayList<>())
                .add(relationship));
        return byTable.values().stream().flatMap(List::stream).toList();
    }

    private RelationshipDraft up(Link link) {
        String role = role(link);
        String parent = link.parent().table().name();
        List<String> candidates = new ArrayList<>();
        if (link.alone() && !link.toItself() && link.telling().size() > 1) {
            candidates.add(parent);
        }
        candidates.add(role);
        if (link.alone() && !link.toItself()) {
            candidates.add(parent);
        }
        candidates.add(style.joined(List.of(role, parent)));
        return new RelationshipDraft(link.child(), candidates, false, List.of(link.up()));
    }

    private RelationshipDraft down(Link link) {
        String child = link.child().table().name();
        List<String> candidates = new ArrayList<>();
        if (link.toItself() && link.roles().get(0).equalsIgnoreCase("parent")) {
            candidates.add("children");
        } else if (link.alone() && !link.toItself()) {
            candidates.add(child);
        }
        candidates.add(style.joined(List.of(child, "by", role(link))));
        boolean many = !link.child().tellsRowsApart(link.columns());
        return new RelationshipDraft(link.parent(), candidates, many, List.of(link.down()));
    }

    private List<RelationshipDraft> through(List<Junction> junctions) {
        return junctions.stream()
                .map(junction -> {
                    String far = junction.toItself()
                            ? role(junction.far())
                            : junction.far().parent().table().name();
                    List<String> candidates = new ArrayList<>();
                    if (junction.alone() || junction.toItself()) {
                        candidates.add(far);
                    }
                    candidates.add(style.joined(
                            List.of(far, "via", junction.near().child().table().name())));
                    return new RelationshipDraft(
                            junction.near().parent(),
                            candidates,
                            true,
                            List.of(junction.near().down(), junction.far().up()));
                })
                .toList();
    }

    private String role(Link link) {
        return style.joined(link.roles().stream().map(style::name).toList());
    }
}
