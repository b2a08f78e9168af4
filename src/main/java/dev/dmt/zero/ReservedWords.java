package dev.dmt.zero;

import java.util.Set;

/** What a constant of a schema file may not be called. */
final class ReservedWords {
    private static final Set<String> WORDS = Set.of((
            // Of the language, in any mode and in any kind of module.
            "await break case catch class const continue debugger default delete do else enum export extends false "
                    + "finally for function if implements import in instanceof interface let new null package "
                    + "private protected public return static super switch this throw true try typeof using var "
                    + "void while with yield arguments eval "
                    // Names that compilers and modules give a meaning of their own.
                    + "undefined globalThis NaN Infinity exports require module Object Promise Symbol Reflect "
                    + "Array Map Set WeakMap Proxy Error String Number Boolean Date JSON Function any never unknown "
                    + "object symbol bigint then __esModule __dirname __filename __proto__ "
                    // What the file itself imports, exports and calls.
                    + "table string number boolean json enumeration relationships createSchema createBuilder schema "
                    + "Schema zql Row DefaultTypes one many")
            .split(" "));

    private ReservedWords() {}

    static boolean contains(String word) {
        return WORDS.contains(word);
    }
}
