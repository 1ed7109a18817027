"""What each constraint component wants, as a sentence; its holes are filled by `holes`."""

from __future__ import annotations

from partnerkg.errors import N_

# Holes are parameters of the shape, except `it` (what is checked), `count` (of values) and `but` (what the
# value is instead).
SENTENCES = {
    "And": N_("{it} must fit each of: {and}."),
    "Class": N_("{it} must be of the class {class}."),
    "Closed": N_("Leave this property out: the shape allows only those it describes."),
    "Datatype": N_("{it} must be of the datatype {datatype}{but}."),
    "Disjoint": N_("{it} must not be a value of {disjoint} too."),
    "Equals": N_("The values must be the same as those of {equals}."),
    "Expression": N_("The expression of this rule does not come out true here."),
    "HasValue": N_("Give the value {hasValue}."),
    "In": N_("{it} must be one of: {in}."),
    "LanguageIn": N_("{it} must be in one of the languages {languageIn}{but}."),
    "LessThan": N_("{it} must come before each value of {lessThan}."),
    "LessThanOrEquals": N_("{it} must not come after any value of {lessThanOrEquals}."),
    "MaxCount": N_("Give at most {count}."),
    "MaxExclusive": N_("{it} must be below {maxExclusive}."),
    "MaxInclusive": N_("{it} must be at most {maxInclusive}."),
    "MaxLength": N_("{it} must have at most {count}{but}."),
    "MaxListLength": N_("{it} must be a list of at most {maxListLength} members."),
    "MemberShape": N_("Each member of the list must fit {memberShape}."),
    "MinCount": N_("Give at least {count}."),
    "MinExclusive": N_("{it} must be above {minExclusive}."),
    "MinInclusive": N_("{it} must be at least {minInclusive}."),
    "MinLength": N_("{it} must have at least {count}{but}."),
    "MinListLength": N_("{it} must be a list of at least {minListLength} members."),
    "NoCount": N_("Give no value."),
    "Node": N_("{it} must fit the shape {node}."),
    "NodeWithoutName": N_("{it} must fit {node}."),
    "NodeKind": N_("{it} must be {nodeKind}{but}."),
    "Not": N_("{it} must not fit {not}."),
    "Or": N_("{it} must fit at least one of: {or}."),
    "Pattern": N_("{it} must match the pattern {pattern}."),
    "QualifiedMaxCount": N_("Give at most {count} fitting {qualifiedValueShape}."),
    "QualifiedMinCount": N_("Give at least {count} fitting {qualifiedValueShape}."),
    "QualifiedNoCount": N_("Give no value fitting {qualifiedValueShape}."),
    "ReifierShape": N_(
        "Say of this statement what {reifierShape} asks for: where it was read, for instance."
    ),
    "RootClass": N_("{it} must be the class {rootClass} or a subclass of it."),
    "SPARQL": N_("The query of this rule finds a fault here, without a message that says which."),
    "SingleLine": N_("{it} must stand on one line."),
    "SomeValue": N_("At least one value must fit {someValue}."),
    "SubsetOf": N_("{it} must be among the values of {subsetOf}."),
    "UniqueLang": N_("Give at most one value in each language."),
    "UniqueMembers": N_("No member of the list may come twice."),
    "UniqueValuesFor": N_("No other such thing may have the same values of {uniqueValuesFor}."),
    "NodeByExpression": N_("{it} must fit {nodeByExpression}."),
    "Xone": N_("{it} must fit exactly one of: {xone}."),
}
OTHER = N_("The constraint {component} is not met.")
