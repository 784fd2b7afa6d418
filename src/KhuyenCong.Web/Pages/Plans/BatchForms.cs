using KhuyenCong.Domain.Plans;
using static KhuyenCong.Web.Forms.TypedText;

namespace KhuyenCong.Web.Pages.Plans;

// What the forms of a batch's page send.
public sealed partial class BatchModel
{
    /// <summary>What a step brings along.</summary>
    public sealed class MoveForm
    {
        public string? Note { get; set; }

        public string? DocumentNumber { get; set; }

        public DateOnly? DocumentDate { get; set; }

        public string? Signer { get; set; }

        public PlanDecider? Decider { get; set; }

        public string? DelegationDocument { get; set; }

        public string? CommuneDocument { get; set; }

        public string? OutsideAppraiser { get; set; }

        public string? OutsideAppraiserUnit { get; set; }

        public BatchMove Read(BatchAction action) => new(
            action, Blank(Note), Blank(DocumentNumber), DocumentDate, Blank(Signer), action is BatchAction.Approve ? Decider : null, Blank(DelegationDocument),
            action is BatchAction.Appraise ? Blank(OutsideAppraiser) : null, action is BatchAction.Appraise ? Blank(OutsideAppraiserUnit) : null,
            action is BatchAction.Approve ? Blank(CommuneDocument) : null);
    }

    /// <summary>One item as the appraiser fills it in.</summary>
    public sealed class ItemForm
    {
        public Dictionary<string, Dong?> Amounts { get; set; } = [];

        public bool LeftOut { get; set; }

        public string? Remark { get; set; }

        /// <summary>Whether it says what is saved.</summary>
        public bool IsAs(PlanItem item)
        {
            ArgumentNullException.ThrowIfNull(item);
            return LeftOut == (item.State is PlanItemState.LeftOut) && (LeftOut || item.Amounts.All(a => !Allotting.IsDrawn(a.Source) || a.Appraised == Amounts.GetValueOrDefault(a.Source)));
        }

        public AppraisedItem Read(PlanItem item)
        {
            ArgumentNullException.ThrowIfNull(item);
            // Sources that are not drawn on an allocation are the project's own affair: they stay as its writing unit says.
            return new(item.PlanItemId, item.Amounts.ToDictionary(a => a.Source, a => Allotting.IsDrawn(a.Source) ? Amounts.GetValueOrDefault(a.Source) : a.Appraised ?? a.Proposed), LeftOut, Remark);
        }
    }
}
