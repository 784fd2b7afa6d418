using KhuyenCong.Domain.Contracts;

namespace KhuyenCong.Web.Pages.Contracts;

// What the forms of a contract's page send, and what of its schedule is late.
public sealed partial class DetailsModel
{
    public IReadOnlySet<Guid> UnpaidMilestones => ContractMilestone.Unpaid(Contract, Positions.Select(p => p.Advanced + p.Paid + p.Settled).Sum(), clock.Today);

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
