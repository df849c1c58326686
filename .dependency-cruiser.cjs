/** Import directions of the house; the reason of each stands in docs/decisions/0002-house.md. */
module.exports = {
  forbidden: [
    { name: "no-circular", severity: "error", from: {}, to: { circular: true } },
    {
      name: "surveys-is-pure",
      comment: "surveys/ says what we ask; it knows no database, page or analysis",
      severity: "error",
      from: { path: "^surveys/" },
      to: { path: "^(app|db|analysis|tests|setup)/" },
    },
    {
      name: "surveys-libraries",
      severity: "error",
      from: { path: "^surveys/" },
      to: { dependencyTypes: ["npm"], pathNot: "node_modules/(survey-core|zod|canonicalize)/" },
    },
    {
      name: "analysis-is-pure",
      comment: "analysis/ states its own input rows; structural typing makes the others' fit",
      severity: "error",
      from: { path: "^analysis/" },
      to: { path: "^(app|db|surveys|tests|setup)/" },
    },
    {
      name: "analysis-libraries",
      severity: "error",
      from: { path: "^analysis/" },
      to: { dependencyTypes: ["npm"], pathNot: "node_modules/(simple-statistics|highs)/" },
    },
    {
      name: "solver-behind-one-file",
      severity: "error",
      from: { path: "^analysis/", pathNot: "^analysis/plan/solver\\.ts$" },
      to: { path: "node_modules/highs/" },
    },
    {
      name: "no-node-in-analysis",
      severity: "error",
      from: { path: "^(analysis|surveys)/", pathNot: "^analysis/plan/solver\\.ts$" },
      to: { dependencyTypes: ["core"] },
    },
    {
      name: "db-knows-only-types-of-surveys",
      severity: "error",
      from: { path: "^db/" },
      to: { path: "^surveys/", dependencyTypesNot: ["type-only"] },
    },
    { name: "db-below-app", severity: "error", from: { path: "^db/" }, to: { path: "^(app|analysis|tests|setup)/" } },
    {
      name: "only-operations-combine",
      comment: "db, surveys and analysis meet in app/operations only; a page calls one function",
      severity: "error",
      from: { path: "^app/(routes|components)/" },
      to: { path: "^(surveys|analysis)/", dependencyTypesNot: ["type-only"] },
    },
    {
      name: "product-without-tests",
      severity: "error",
      from: { path: "^(app|db|surveys|analysis)/" },
      to: { path: "^tests/" },
    },
    {
      name: "not-to-dev-dep",
      severity: "error",
      from: { path: "^(app|db|surveys|analysis)/", pathNot: "^app/(routes|server)\\.ts$" },
      to: { dependencyTypes: ["npm-dev"], dependencyTypesNot: ["type-only"], pathNot: "@types/" },
    },
    {
      name: "no-unresolvable",
      severity: "error",
      from: {},
      to: { couldNotResolve: true, pathNot: "^(virtual:|\\./build|.*build/remix)" },
    },
  ],
  options: {
    doNotFollow: { path: "node_modules" },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: "tsconfig.json" },
    enhancedResolveOptions: {
      exportsFields: ["exports"],
      conditionNames: ["import", "require", "node", "default", "types"],
    },
  },
};
