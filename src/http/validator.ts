import type { RequestHandler } from 'express';
import { RequestValidator } from 'express-openapi-validator/dist/middlewares/openapi.request.validator.js';
import { SchemaPreprocessor } from 'express-openapi-validator/dist/middlewares/parsers/schema.preprocessor.js';
import { OpenApiValidator } from 'express-openapi-validator/dist/openapi.validator.js';
import type { Operation } from '../../generated/operations.ts';
import type { Documents } from '../handlers/deps.ts';

type Contract = Documents['contract'];
type ApiDoc = ConstructorParameters<typeof SchemaPreprocessor>[0];
type ValidatedRequest = Parameters<RequestValidator['validate']>[0];
type Json = Record<string, unknown>;

/**
 * Holds the requests of one operation against the contract. By the inner classes of the package, not by its front door: given
 * the whole contract, that would look through all paths for every request, though the router knows already which operation
 * this is; and it compiles a schema for the contract itself, which the generator has checked. What is needed is made for the
 * first request.
 */
export function requestValidator(contract: Contract, operation: Operation): RequestHandler {
  let validate: RequestHandler | undefined;
  return (req, res, next) => {
    validate ??= validatorFor(contract, operation);
    return validate(req, res, next);
  };
}

function validatorFor(contract: Contract, { path, method }: Operation): RequestHandler {
  const apiSpec = requestsOf(contract, path, method) as unknown as ApiDoc;
  const { ajvOpts } = new OpenApiValidator({
    apiSpec,
    validateApiSpec: false,
    validateRequests: { allowUnknownQueryParameters: true },
    // Authentication is the protocol's: its refusals carry headers that a validator does not know of.
    validateSecurity: false,
    validateResponses: false,
    fileUploader: false,
    // The other mode takes 30 February for a day.
    ajvFormats: { mode: 'full' },
  });
  const { apiDoc } = new SchemaPreprocessor(apiSpec, ajvOpts.preprocessor, false as never).preProcess();
  const validator = new RequestValidator(apiDoc, ajvOpts.request);
  const schema = apiDoc.paths?.[path]?.[method];
  const expressRoute = path.replaceAll(/\{(\w+)\}/g, ':$1');
  return (req, res, next) => {
    const openapi = { expressRoute, openApiRoute: path, pathParams: req.params, schema, serial: 0 };
    return validator.validate(Object.assign(req, { openapi }) as unknown as ValidatedRequest, res, next);
  };
}

/** A contract of one operation, without its answers: a copy, since the validator writes into it. */
function requestsOf(contract: Contract, path: Operation['path'], method: Operation['method']): Contract {
  const { parameters, [method]: operation } = contract.paths[path] as Json;
  const request = { ...(operation as Json), responses: {} };
  const paths = { [path]: { ...(parameters === undefined ? {} : { parameters }), [method]: request } };
  const components: Record<string, Json> = {};
  addComponents(paths, contract, components);
  return structuredClone({ openapi: contract.openapi, info: contract.info, paths, components });
}

/** Adds the components that something refers to, and those that they refer to. */
function addComponents(within: unknown, contract: Contract, components: Record<string, Json>): void {
  if (typeof within !== 'object' || within === null) return;
  for (const [key, value] of Object.entries(within)) {
    const [, kind, name] = (key === '$ref' && /^#\/components\/(\w+)\/(\w+)$/.exec(String(value))) || [];
    if (kind === undefined || name === undefined) addComponents(value, contract, components);
    else if (components[kind]?.[name] === undefined) {
      const component = contract.components[kind]?.[name];
      components[kind] = { ...components[kind], [name]: component };
      addComponents(component, contract, components);
    }
  }
}
