import { ESLintUtils } from '@typescript-eslint/utils';

/** The unit a type is branded with, or undefined for a bare number. */
function unitOf(checker, type) {
  const brand = type.getProperties().find(property => property.escapedName.startsWith('__@unit'));
  if (!brand) return undefined;
  const unit = checker.getTypeOfSymbol(brand);
  return unit.isStringLiteral() ? unit.value : undefined;
}

/** Brands erase to `number`, so `gray(1) + becquerel(2)` compiles; this rule refuses to add or compare different units. */
export default ESLintUtils.RuleCreator.withoutDocs({
  meta: { type: 'problem', schema: [], messages: { mixed: "'{{operator}}' between {{left}} and {{right}}" } },
  defaultOptions: [],
  create(context) {
    const services = ESLintUtils.getParserServices(context);
    const checker = services.program.getTypeChecker();
    return {
      'BinaryExpression[operator=/^(\\+|-|<|>|<=|>=|===|!==)$/]'(node) {
        const left = unitOf(checker, services.getTypeAtLocation(node.left));
        const right = unitOf(checker, services.getTypeAtLocation(node.right));
        if (left && right && left !== right) context.report({ node, messageId: 'mixed', data: { operator: node.operator, left, right } });
      },
    };
  },
});
