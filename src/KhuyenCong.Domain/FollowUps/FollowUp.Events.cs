namespace KhuyenCong.Domain.FollowUps;

/// <content>What each event makes of a sheet.</content>
public sealed partial class FollowUp
{
    public static FollowUp From(FollowUpOpened opened)
    {
        ArgumentNullException.ThrowIfNull(opened);
        var of = opened.Support;
        var followUp = new FollowUp
        {
            FollowUpId = opened.FollowUpId,
            ProvinceCode = of.ProvinceCode,
            ContractId = of.ContractId,
            ProjectId = of.ProjectId,
            Regime = of.Regime,
            TerritoryCode = of.TerritoryCode,
            BeneficiaryId = of.BeneficiaryId,
            EstablishmentId = of.EstablishmentId,
            BeneficiaryName = of.BeneficiaryName,
            ProductionSiteId = of.ProductionSiteId,
            CommuneCode = of.CommuneCode,
            Round = opened.Due.Round,
            StateSince = opened.On,
            SearchText = Kernel.SearchText.Fold(of.BeneficiaryName),
        };
        followUp.Base(of, opened.Due, opened.At);
        return followUp;
    }

    /// <summary>Another record concludes the acceptance now, or on another day: what is answered already keeps its days.</summary>
    public void Apply(FollowUpRebased rebased)
    {
        ArgumentNullException.ThrowIfNull(rebased);
        if (State is FollowUpState.AwaitingAnswer)
        {
            Base(rebased.Support, rebased.Due, rebased.At);
        }
        else
        {
            (AcceptanceId, ChangedAt) = (rebased.Support.AcceptanceId, rebased.At);
        }
    }

    public void Apply(FollowUpWritten written)
    {
        ArgumentNullException.ThrowIfNull(written);
        var text = written.Text;
        (Workers, WorkersBefore, Revenue, RevenueBefore) = (text.Workers, text.WorkersBefore, text.Revenue, text.RevenueBefore);
        (Difficulties, Wishes, NoPhotoReason) = (text.Difficulties, text.Wishes, text.NoPhotoReason);
        IsOnBehalf = written.IsOnBehalf;
        (ConsentGivenBy, ConsentGivenOn, ConsentManner) = (text.Consent?.GivenBy, text.Consent?.GivenOn, text.Consent?.Manner);
        machines.RemoveAll(m => written.Machines.All(w => w.MachinePassportId != m.MachinePassportId));
        for (var order = 0; order < written.Machines.Count; order++)
        {
            var of = written.Machines[order];
            var machine = machines.Find(m => m.MachinePassportId == of.MachinePassportId);
            if (machine is null)
            {
                machines.Add(machine = new(this, written.MachineIds[order], of.MachinePassportId));
            }

            machine.Set(order, of, text.Machines.FirstOrDefault(a => a.MachinePassportId == of.MachinePassportId));
        }

        HasMissingMachine = machines.Exists(m => m.Use is MachineUse.Moved or MachineUse.Sold);
        Touch(written.By, written.At);
    }

    public void Apply(FollowUpPhotoAdded added)
    {
        ArgumentNullException.ThrowIfNull(added);
        photos.Add(FollowUpPhoto.Of(this, added));
        Touch(added.By, added.At);
    }

    public void Apply(FollowUpPhotoRemoved removed)
    {
        ArgumentNullException.ThrowIfNull(removed);
        photos.Remove(photos.Single(p => p.FollowUpPhotoId == removed.PhotoId));
        Touch(removed.By, removed.At);
    }

    public void Apply(FollowUpMoved moved)
    {
        ArgumentNullException.ThrowIfNull(moved);
        StepCount++;
        steps.Add(FollowUpStep.Of(this, moved));
        (State, StateSince, ChangedAt) = (moved.To, moved.On, moved.At);
        switch (moved.Action)
        {
            case FollowUpAction.Send:
                AnsweredOn = moved.On;
                Touch(moved.By, moved.At);
                break;
            case FollowUpAction.Confirm:
                (ConfirmedOn, ConfirmedBy) = (moved.On, moved.By);
                MoneyUse = Misuse is MisuseState.Confirmed ? PurposeFinding.Misused : moved.Purpose;
                break;
            case FollowUpAction.Settle:
                MoneyUse = PurposeFinding.Right;
                break;
        }
    }

    public void Apply(MisuseProposed proposed)
    {
        ArgumentNullException.ThrowIfNull(proposed);
        var text = proposed.Text;
        (Misuse, MisuseReason, MisuseDocument) = (MisuseState.Proposed, text.Reason, text.Document);
        (MisuseDocumentDate, MisuseDueOn, MisuseProposedBy) = (text.DocumentDate, text.DueOn, proposed.By);
        (MisuseJudgedBy, MisuseNote, ChangedAt) = (null, null, proposed.At);
    }

    public void Apply(MisuseJudged judged)
    {
        ArgumentNullException.ThrowIfNull(judged);
        (MisuseJudgedBy, MisuseNote, ChangedAt) = (judged.By, judged.Note, judged.At);
        if (!judged.IsMisuse)
        {
            Misuse = MisuseState.Dismissed;
            return;
        }

        (Misuse, MisuseInspectionId) = (MisuseState.Confirmed, judged.InspectionId);
        MoneyUse = PurposeFinding.Misused;
    }

    private void Base(FollowedSupport of, FollowUpDue due, DateTime at)
    {
        (AcceptanceId, AcceptedOn, Months, DueOn, ChangedAt) = (of.AcceptanceId, of.AcceptedOn, due.Months, due.DueOn, at);
        (ReportYear, BaselineYear) = (due.ReportYear, due.BaselineYear);
    }

    private void Touch(Guid userId, DateTime at) => (Writers, ChangedAt) = (HasHand(userId) ? Writers : [.. Writers, userId], at);
}
