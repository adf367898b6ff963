namespace CotnvPga.Identity.Events;

/// <summary>What the log of identity can tell, and with what result.</summary>
public static class IdentityActions
{
    public const string LogIn = "inloggen";
    public const string SecondStep = "tweede_stap";
    public const string SecondStepMade = "tweede_stap_ingesteld";
    public const string InvitationMade = "uitnodiging_gemaakt";
    public const string RecoveryAsked = "herstel_gevraagd";
    public const string RecoveryConfirmed = "herstel_bevestigd";
    public const string LogOut = "uitloggen";
    public const string PasswordAsked = "wachtwoord_gevraagd";
    public const string PasswordChanged = "wachtwoord_gewijzigd";
    public const string TokenIssued = "token_uitgegeven";
    public const string MembershipGranted = "lidmaatschap_gegeven";
    public const string MembershipEnded = "lidmaatschap_beeindigd";

    public const string AccountIdle = "account_ongebruikt";

    public const string Done = "gelukt";
    public const string Refused = "geweigerd";
    public const string LockedOut = "tijdelijk_geblokkeerd";
}
