import { createContext, useContext } from "react";

// In the browser the nonce is not readable, and not needed.
const NonceContext = createContext<string | undefined>(undefined);
export const NonceProvider = NonceContext.Provider;
export const useNonce = () => useContext(NonceContext);
