namespace KhuyenCong.Web.Pages.Contracts;

// What the forms of a contract's page send.
public sealed partial class DetailsModel
{
    /// <summary>What a step brings along.</summary>
    public sealed class MoveForm
    {
        public string? Note { get; set; }

        public DateOnly? SignedOn { get; set; }
    }

    /// <summary>Another account to be paid to, as typed.</summary>
    public sealed class BankForm
    {
        public string? Number { get; set; }

        public string? Bank { get; set; }

        public string? Holder { get; set; }

        public string? Reason { get; set; }

        public string? Document { get; set; }
    }
}
