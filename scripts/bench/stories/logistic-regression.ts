/** One example for a regression: inputs and the expected result. */
export interface Example {
  readonly inputs: readonly number[];
  readonly isRight: boolean;
  readonly weight: number;
}

const ROUNDS = 15;
const RIDGE = 1e-4;

/**
 * The weights of the inputs, followed by the constant, that make the examples most likely (Newton's method; Hastie,
 * Tibshirani & Friedman, The Elements of Statistical Learning, section 4.4.1). A very small ridge keeps the equations
 * solvable.
 */
export function fitLogistic(examples: readonly Example[]): number[] {
  const size = (examples[0]?.inputs.length ?? 0) + 1;
  let weights = new Array<number>(size).fill(0);
  const total = examples.reduce((sum, { weight }) => sum + weight, 0);
  for (let round = 0; round < ROUNDS; round++) {
    const gradient = weights.map((weight) => -RIDGE * total * weight);
    const curvature = weights.map((_, i) => weights.map((_, j) => (i === j ? RIDGE * total : 0)));
    for (const { inputs, isRight, weight } of examples) {
      const row = [...inputs, 1];
      const sure = predict(weights, inputs);
      const error = weight * (Number(isRight) - sure);
      const spread = weight * sure * (1 - sure);
      for (let i = 0; i < size; i++) {
        const input = row[i] ?? 0;
        gradient[i] = (gradient[i] ?? 0) + error * input;
        const line = curvature[i] ?? [];
        for (let j = 0; j < size; j++) line[j] = (line[j] ?? 0) + spread * input * (row[j] ?? 0);
      }
    }
    const step = solve(curvature, gradient);
    weights = weights.map((weight, i) => weight + (step[i] ?? 0));
  }
  return weights;
}

/** From 0 to 1. */
export function predict(weights: readonly number[], inputs: readonly number[]): number {
  const sum = inputs.reduce(
    (total, input, i) => total + input * (weights[i] ?? 0),
    weights.at(-1) ?? 0,
  );
  return 1 / (1 + Math.exp(-sum));
}

/** Solves a system of linear equations by Gaussian elimination with pivoting. */
function solve(matrix: readonly (readonly number[])[], right: readonly number[]): number[] {
  const rows = matrix.map((row, i) => [...row, right[i] ?? 0]);
  const size = rows.length;
  const at = (i: number, j: number) => rows[i]?.[j] ?? 0;
  for (let column = 0; column < size; column++) {
    let pivot = column;
    for (let i = column + 1; i < size; i++)
      if (Math.abs(at(i, column)) > Math.abs(at(pivot, column))) pivot = i;
    const [chosen = []] = rows.splice(pivot, 1);
    rows.splice(column, 0, chosen);
    for (let i = 0; i < size; i++) {
      if (i === column) continue;
      const factor = at(i, column) / at(column, column);
      rows[i] = (rows[i] ?? []).map((value, j) => value - factor * at(column, j));
    }
  }
  return rows.map((row, i) => (row[size] ?? 0) / (row[i] ?? 1));
}
