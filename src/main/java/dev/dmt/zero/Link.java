package dev.dmt.zero;

import java.util.List;

/**
 * A foreign key both of whose ends Zero sees; columns as the database calls them.
 *
 * @param alone no other one leads from this child to this parent
 * @param telling the columns that say what the parent is to the child: neither those that another one from this child to this
 *     parent has as well, nor those called like the ones they refer to; all where that leaves none
 */
record Link(
        NamedTable child,
        List<String> columns,
        NamedTable parent,
        List<String> parentColumns,
        boolean alone,
        List<String> telling) {
    Link {
        columns = List.copyOf(columns);
        parentColumns = List.copyOf(parentColumns);
        telling = List.copyOf(telling);
    }

    boolean toItself() {
        return child.is(parent);
    }

    ZeroRelationship.Hop up() {
        return new ZeroRelationship.Hop(
                child.fields(columns),
                parent.fields(parentColumns),
                parent.table().identifier());
    }

    ZeroRelationship.Hop down() {
        return new ZeroRelationship.Hop(
                parent.fields(parentColumns),
                child.fields(columns),
                child.table().identifier());
    }

    /** What the parent is to the child, in the database's words: its telling columns without what only says that they refer. */
    List<String> roles() {
        return telling.stream()
                .map(column -> Role.of(column, parentColumns.get(columns.indexOf(column))))
                .toList();
    }
}
