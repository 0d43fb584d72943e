import { IncomingMessage, ServerResponse, type RequestListener } from 'node:http';

type Constructor<Message> = new (...args: never[]) => Message;

/** What `node:http` is to make for a request, where the listener is known only later. */
export interface HttpMessages {
  /** For the options of `createServer`. */
  classes: { IncomingMessage: typeof IncomingMessage; ServerResponse: typeof ServerResponse };
  /** From here on messages are made as this listener wants them. */
  become(listener: RequestListener & Partial<Prototypes>): void;
}

/** What Express sets each message's prototype to. */
interface Prototypes {
  request: object;
  response: object;
}

/**
 * Requests and answers that have the prototype already which Express sets. Setting it later costs V8 as much as the rest of
 * a request does, and takes each message to the old generation of the heap, where it stays until a full collection.
 */
export function httpMessages(): HttpMessages {
  const Request = derive(IncomingMessage);
  const Response = derive(ServerResponse);
  return {
    classes: { IncomingMessage: Request, ServerResponse: Response },
    become({ request, response }) {
      if (request !== undefined) Request.prototype = request as IncomingMessage;
      if (response !== undefined) Response.prototype = response as ServerResponse;
    },
  };
}

/**
 * A function and no class, since the prototype of a class is fixed; Node's own two are functions as well. Called on what `new`
 * made: constructed by way of `Reflect`, each message would have a shape of its own.
 */
function derive<Base extends Constructor<object>>(base: Base): Base & { prototype: object } {
  const initialise = base as unknown as (this: object, ...args: never[]) => void;
  function Message(this: object, ...args: never[]): void {
    initialise.apply(this, args);
  }
  Message.prototype = base.prototype as object;
  return Message as unknown as Base & { prototype: object };
}
