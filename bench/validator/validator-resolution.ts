import type { InitializeHook, ResolveHook } from 'node:module';

let replacement = '';

export const initialize: InitializeHook<{ replacement: string }> = async (data) => {
  ({ replacement } = data);
};

export const resolve: ResolveHook = async (specifier, context, next) =>
  specifier === './validator.ts' ? { url: replacement, shortCircuit: true } : await next(specifier, context);
