"""The places Private fostering and Foster carers."""
