"""How sums of money are written: '$5', 'US$5', 'EUR 5', 'Rs 5'."""

import re

from questions.tree import Token

SIGNS = "$€£¥₹"
CODES = frozenset(
    "EUR USD GBP NOK SEK DKK ISK CHF CAD AUD NZD JPY CNY RMB INR ZAR BRL MXN ARS CLP PLN CZK HUF "
    "RON BGN TRY RUB UAH KRW TWD SGD HKD KES NGN GHS TZS UGX ZMW PKR BDT LKR NPR PHP IDR THB VND "
    "MYR EGP MAD SAR AED QAR ILS Rs Rs.".split()
)
DOLLARS = r"(?:US|A|C|NZ|HK|S|N|R)"
PREFIX = rf"(?:{DOLLARS}?[{SIGNS}]|(?:{'|'.join(sorted(map(re.escape, CODES), reverse=True))}) ?)"
GLUED = re.compile(rf"({DOLLARS}\$)(\d.*)")
"""'NZ$16bn', which the tokenizer leaves in one piece."""


def is_currency(token: Token) -> bool:
    """A sign or a code that stands before a sum."""
    return token.text[-1] in SIGNS or token.text in CODES
