"""The properties of the SHACL namespace: which there are, and which of them are not looked at here."""

from __future__ import annotations

from partnerkg.namespaces import namespace

SH = namespace("sh")
_CORE = (
    *("path", "inversePath", "alternativePath", "zeroOrMorePath", "oneOrMorePath", "zeroOrOnePath"),
    *("targetClass", "targetNode", "targetSubjectsOf", "targetObjectsOf", "target", "targetWhere"),
    *("property", "node", "not", "and", "or", "xone", "class", "datatype", "nodeKind", "hasValue", "in"),
    *("minCount", "maxCount", "minLength", "maxLength", "pattern", "flags", "languageIn", "uniqueLang"),
    *("minInclusive", "minExclusive", "maxInclusive", "maxExclusive", "closed", "ignoredProperties"),
    *("equals", "disjoint", "lessThan", "lessThanOrEquals", "qualifiedValueShape", "qualifiedMinCount"),
    *("qualifiedMaxCount", "qualifiedValueShapesDisjoint", "deactivated", "severity", "message", "name"),
    *("description", "group", "order", "defaultValue", "someValue", "subsetOf", "singleLine", "rootClass"),
    *("memberShape", "minListLength", "maxListLength", "uniqueMembers", "reifierShape"),
    *("reificationRequired", "codeIdentifier", "intent", "agentInstruction", "uniqueValuesFor"),
    *("shape", "formalized", "rule"),
)
_SPARQL = (
    *("sparql", "select", "ask", "prefixes", "declare", "prefix", "namespace", "parameter", "optional"),
    *("validator", "nodeValidator", "propertyValidator", "labelTemplate", "suggestedShapesGraph"),
    *("shapesGraph", "resultAnnotation", "annotationProperty", "annotationValue", "annotationVarName"),
    "entailment",
)
_REPORT = (
    *("conforms", "result", "shapesGraphWellFormed", "focusNode", "resultPath", "value", "sourceShape"),
    *("sourceConstraint", "sourceConstraintComponent", "resultMessage", "resultSeverity", "detail"),
)
LOOKED_AT = frozenset((*_CORE, *_SPARQL, *_REPORT))
# Those of SHACL Advanced Features, of SHACL for JavaScript and of the drafts of SHACL 1.2.
NOT_LOOKED_AT = frozenset(
    (
        *("expression", "condition", "construct", "update", "object", "subject", "predicate"),
        *("js", "jsLibrary", "jsLibraryURL", "jsFunctionName", "values", "nodeByExpression"),
        *("returnType", "bodyExpression", "conformanceDisallows", "union"),
        *("intersection", "filterShape", "nodes", "this", "if", "then", "else", "exists", "count"),
        *("distinct", "limit", "offset", "orderBy", "desc", "groupConcat", "max", "min", "sum", "minus"),
        *("returnValue", "concat"),
        *("incomplete", "incompletePath", "incompleteURIStart", "sparqlExpr", "describe"),
        *("keyParameter", "separator"),
    )
)
# What stands inside an expression or a rule that is itself named as not looked at.
INNER = NOT_LOOKED_AT - {
    *("expression", "js", "jsLibrary", "values", "nodeByExpression"),
    *("conformanceDisallows", "incomplete", "incompletePath", "incompleteURIStart"),
}
# What says nothing where a shape says it, and what is meant there.
MISPLACED = {
    **dict.fromkeys(
        ("inversePath", "alternativePath", "zeroOrMorePath", "oneOrMorePath", "zeroOrOnePath"),
        "sh:path [ … ]",
    ),
    **dict.fromkeys(("select", "ask"), "sh:sparql [ sh:select … ]"),
    "shape": "sh:node",
    "value": "sh:hasValue",
    "focusNode": "sh:targetNode",
    "resultPath": "sh:path",
    "resultMessage": "sh:message",
    "resultSeverity": "sh:severity",
}
# What pySHACL does not know: SHACL Advanced Features, which it is not asked for, and the drafts of SHACL 1.2.
NEWER = (
    *("target", "targetWhere", "someValue", "subsetOf", "singleLine", "rootClass", "memberShape"),
    *("minListLength", "maxListLength", "uniqueMembers", "uniqueValuesFor", "reifierShape"),
    *("reificationRequired", "nodeByExpression", "expression"),
)
CLASSES = frozenset(
    (
        *("Shape", "NodeShape", "PropertyShape", "ShapeClass", "PropertyGroup", "ShapesGraph", "DataGraph"),
        *("Parameterizable", "Parameter", "ConstraintComponent", "PrefixDeclaration", "ResultAnnotation"),
        *("Validator", "SPARQLAskValidator", "SPARQLSelectValidator", "JSValidator"),
        *("SPARQLExecutable", "SPARQLAskExecutable", "SPARQLSelectExecutable", "SPARQLConstructExecutable"),
        *("SPARQLDescribeExecutable", "SPARQLUpdateExecutable", "SPARQLConstraint", "JSConstraint"),
        *("Target", "TargetType", "SPARQLTarget", "SPARQLTargetType", "JSTarget", "JSTargetType"),
        *("Rule", "TripleRule", "SPARQLRule", "JSRule", "Rules", "Function", "SPARQLFunction", "JSFunction"),
        *("JSExecutable", "JSLibrary", "NodeKind", "Severity", "AbstractResult", "ValidationResult"),
        *("ValidationReport", "SPARQLValuesDeriver", "NodeExpression", "NodeExpressionFunction"),
        *("NamedParameterExpression", "NamedParameterExpressionFunction", "ListParameterExpression"),
        *("ListParameterExpressionFunction", "SelectExpression", "SPARQLExprExpression"),
    )
)
DASH = "http://datashapes.org/dash#"
OF_DASH = frozenset(  # constraints; its other terms are for editors
    (
        *("closedByTypes", "coExistsWith", "hasValueIn", "hasValueWithClass", "maxListLength", "memberShape"),
        *(
            "minListLength",
            "nonRecursive",
            "reifiableBy",
            "rootClass",
            "scriptConstraint",
            "singleLine",
            "stem",
        ),
        *("subSetOf", "symmetric", "uniqueValueForClass", "uriStart"),
    )
)
