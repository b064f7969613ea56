"""`./script/faults`: builds that are ended, or refused by the system, at every moment; whatever is torn is named."""
